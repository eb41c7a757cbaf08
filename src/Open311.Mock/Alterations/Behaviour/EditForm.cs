using System.Text.RegularExpressions;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>
/// Takes a POST for one with other fields: <c>set</c> them, <c>drop</c> them, take them <c>from_query</c> instead, or <c>replace</c> in them by <c>pattern</c> and <c>with</c>. Only where the
/// form has what <c>if</c> names (<c>name</c>, or <c>name=text it contains</c>; with <c>!</c> what it lacks) and is not empty there; or, with <c>extension</c>, where the URL
/// has that one; with <c>type</c>, where the Content-Type holds that text.
/// </summary>
internal sealed class EditForm : Alteration
{
    readonly IReadOnlyList<string> conditions;
    readonly IReadOnlyList<string> dropped;
    readonly IReadOnlyList<string> replaced;
    readonly IReadOnlyList<string> fromQuery;
    readonly Regex? pattern;
    readonly string with;
    readonly string? extension;
    readonly string? type;
    readonly IReadOnlyList<KeyValuePair<string, string>> set;

    public EditForm(YamlMap map)
    {
        conditions = map.Texts("if");
        dropped = map.Texts("drop");
        replaced = map.Texts("replace");
        fromQuery = map.Texts("from_query");
        pattern = map.OptionalText("pattern") is { } text ? Patterns.Read(map, "pattern", text) : null;
        with = map.OptionalText("with") ?? "";
        extension = map.OptionalText("extension");
        type = map.OptionalText("type");
        set = map.OptionalMap("set") is { } values ? [.. values.Names.Select(n => KeyValuePair.Create(n, values.OptionalText(n) ?? ""))] : [];
    }

    public override Question Change(Question question)
    {
        if (!question.IsPost || !conditions.All(c => Holds(question.Form, c)) || (extension is not null && question.Extension != extension) || !IsLabelled(question))
            return question;
        var pairs = question.Form.Pairs
            .Where(p => !dropped.Contains(p.Key) && !fromQuery.Contains(p.Key) && set.All(s => s.Key != p.Key))
            .Select(p => replaced.Contains(p.Key) && pattern is not null ? KeyValuePair.Create(p.Key, pattern.Replace(p.Value, with)) : p);
        return question with { Form = new Arguments([.. pairs, .. question.Query.Pairs.Where(p => fromQuery.Contains(p.Key)), .. set]) };
    }

    /// <summary>Whether a form has, or with a leading <c>!</c> lacks, a field that is not empty, or one that contains a text.</summary>
    public static bool Holds(Arguments form, string condition)
    {
        if (condition.StartsWith('!'))
            return !Holds(form, condition[1..]);
        var parts = condition.Split('=', 2);
        return form.Pairs.Any(p => p.Key == parts[0] && (parts.Length == 1 ? p.Value.Trim().Length > 0 : p.Value.Contains(parts[1], StringComparison.Ordinal)));
    }

    bool IsLabelled(Question question) =>
        type is null || (question.Headers.TryGetValue("content-type", out var label) && label.Contains(type, StringComparison.OrdinalIgnoreCase));
}
