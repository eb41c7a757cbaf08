using System.Text.RegularExpressions;
using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>
/// Gives a field another text: <c>to</c> (with <c>{value}</c> for the former one), <c>case</c> upper, lower or capital,
/// or <c>pattern</c> and <c>with</c>; <c>repeat_to</c> repeats it up to that many characters. The new value is text in JSON unless it still is what it was.
/// </summary>
internal sealed class EditField(YamlMap map) : FieldAlteration(map)
{
    static readonly Regex JsonNumber = new(@"^-?(0|[1-9]\d*)(\.\d+)?$", RegexOptions.CultureInvariant);

    readonly string? to = map.OptionalText("to");
    readonly string letters = map.OptionalText("case") ?? "";
    readonly Regex? pattern = map.OptionalText("pattern") is { } text ? Patterns.Read(map, "pattern", text) : null;
    readonly string with = map.OptionalText("with") ?? "";
    readonly int repeatTo = map.Whole("repeat_to", 0);
    readonly bool alsoEmpty = map.Flag("also_empty", false);

    protected override DataObject Edit(DataObject fields, string name) => TreeEdit.Each(fields, name, value =>
    {
        if (!DatumText.IsScalar(value) && !(alsoEmpty && value is DataNull))
            return value;
        var was = DatumText.Of(value);
        var now = Cased(to?.Replace("{value}", was) ?? was);
        now = Repeated(pattern?.Replace(now, with) ?? now);
        return value is DataNumber && JsonNumber.IsMatch(now)
            ? new DataNumber(now)
            : now.Length == 0 ? DataNull.Instance : new DataText(now);
    });

    string Repeated(string text) => repeatTo == 0 || text.Length == 0
        ? text
        : string.Concat(Enumerable.Repeat(text, (repeatTo / text.Length) + 1));

    string Cased(string text) => letters switch
    {
        "upper" => text.ToUpperInvariant(),
        "lower" => text.ToLowerInvariant(),
        "capital" => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..],
        _ => text,
    };
}
