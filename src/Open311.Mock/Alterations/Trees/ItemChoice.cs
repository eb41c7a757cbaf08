using System.Text.RegularExpressions;
using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Which items of a list are changed. An item is chosen by what it says, so that list and single resource agree.</summary>
internal sealed class ItemChoice
{
    static readonly string[] Identities = ["service_request_id", "service_code", "code", "key", "url", "specification"];

    /// <summary>One item in so many, by a hash of its id; 1 for all.</summary>
    public int OneIn { get; init; } = 1;

    /// <summary>Only items whose fields have these texts; <c>*</c> for any but empty.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Where { get; init; } = [];

    /// <summary>Only items whose fields match these patterns.</summary>
    public IReadOnlyList<KeyValuePair<string, Regex>> Like { get; init; } = [];

    /// <summary>Only so many from the start of the list; 0 for no limit.</summary>
    public int First { get; init; }

    /// <summary>Only items after so many.</summary>
    public int After { get; init; }

    public static ItemChoice Read(YamlMap map) => new()
    {
        OneIn = Math.Max(1, map.Whole("one_in", 1)),
        First = map.Whole("first", 0),
        After = map.Whole("after", 0),
        Where = map.OptionalMap("where") is { } where ? [.. where.Names.Select(n => KeyValuePair.Create(n, where.OptionalText(n) ?? ""))] : [],
        Like = map.OptionalMap("like") is { } like ? [.. like.Names.Select(n => KeyValuePair.Create(n, Patterns.Read(like, n, like.Text(n))))] : [],
    };

    public bool Picks(Datum item, int index)
    {
        if ((First > 0 && index >= First) || index < After)
            return false;
        return Where.All(w => Has(item, w)) && Like.All(l => l.Value.IsMatch(Text(item, l.Key))) && (OneIn == 1 || Hash(Identity(item)) % (uint)OneIn == 0);
    }

    static bool Has(Datum item, KeyValuePair<string, string> wanted)
    {
        var text = Text(item, wanted.Key);
        return wanted.Value == "*" ? text.Length > 0 : text == wanted.Value;
    }

    static string Text(Datum item, string field) => item is DataObject fields ? DatumText.Of(TreeEdit.Field(fields, field)) : DatumText.Of(item);

    static string Identity(Datum item)
    {
        if (item is not DataObject fields)
            return DatumText.Of(item);
        return Identities.Select(name => DatumText.Of(TreeEdit.Field(fields, name))).FirstOrDefault(text => text.Length > 0) ?? "";
    }

    static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return hash ^ (hash >> 15);
    }
}
