using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Open311.Mock.WireMock.Checking;

/// <summary>Reads objects of a mapping by the names that WireMock.Net's own models have; it ignores letter case, and so does this.</summary>
internal static class Members
{
    static readonly ConcurrentDictionary<Type, string[]> Names = new();

    /// <summary>The members by the model's spelling.</summary>
    /// <exception cref="Stubs.StubException">It is no object, a member is none that the model has, or one is there twice.</exception>
    public static Dictionary<string, JsonNode?> Of(JsonNode? node, Type model, Place place)
    {
        var found = Object(node, place);
        var names = Names.GetOrAdd(model, type => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => p.Name)]);
        var members = new Dictionary<string, JsonNode?>();
        foreach (var (key, value) in found)
        {
            var name = names.FirstOrDefault(n => n.Equals(key, StringComparison.OrdinalIgnoreCase))
                ?? throw place.Refused($"'{Texts.Shown(key)}' is no member that WireMock.Net knows here, and it would ignore it.{Hint(key, names)}");
            if (!members.TryAdd(name, value))
                throw place.Refused($"'{name}' stands here twice in different spellings; leave one.");
        }

        return members;
    }

    public static JsonObject Object(JsonNode? node, Place place) =>
        node as JsonObject ?? throw place.Refused($"Received {KindOf(node)}, expected an object.");

    public static JsonArray List(JsonNode? node, Place place) =>
        node as JsonArray ?? throw place.Refused($"Received {KindOf(node)}, expected a list.");

    public static string Text(JsonNode? node, Place place) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw place.Refused($"Received {KindOf(node)}, expected a text.");

    /// <summary>One of the names of an enumeration, in its spelling; WireMock.Net takes any other text for the default.</summary>
    public static void OneOf<T>(Dictionary<string, JsonNode?> members, string name, Place place)
        where T : struct, Enum
    {
        if (members.GetValueOrDefault(name) is not { } node)
            return;
        var text = Text(node, place.Member(name));
        if (!Enum.GetNames<T>().Contains(text))
            throw place.Member(name).Refused($"Received '{Texts.Shown(text)}', expected one of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    public static bool IsTrue(Dictionary<string, JsonNode?> members, string name) => members.GetValueOrDefault(name)?.GetValueKind() == JsonValueKind.True;

    public static string KindOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    static string Hint(string key, string[] names)
    {
        if (JavaHints.For(key) is { } java)
            return java;
        var nearest = names.Select(n => (Name: n, Distance: Distance(n.ToUpperInvariant(), key.ToUpperInvariant()))).MinBy(n => n.Distance);
        return nearest.Distance <= Math.Max(1, nearest.Name.Length / 4) ? $" Did you mean {nearest.Name}?" : $" Known are {string.Join(", ", names.Order(StringComparer.Ordinal))}.";
    }

    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
