using System.Text.Json.Nodes;
using WireMock.Admin.Mappings;
using WireMock.Matchers;

namespace Open311.Mock.WireMock.Matching;

/// <summary>Puts the bounded matchers in the place of WireMock.Net's in a mapping that was found good.</summary>
internal static class BoundedMatchers
{
    const string Regex = "Open311RegexMatcher";
    const string Wildcard = "Open311WildcardMatcher";

    /// <summary>How WireMock.Net makes them from their names.</summary>
    public static IDictionary<string, Func<MatcherModel, IMatcher>> Makers(Action<string> tell) => new Dictionary<string, Func<MatcherModel, IMatcher>>
    {
        [Regex] = model => BoundedRegexMatcher.OfRegex(Patterns(model), MatcherSettings.Of(model), tell),
        [Wildcard] = model => BoundedRegexMatcher.OfWildcard(Patterns(model), MatcherSettings.Of(model), tell),
    };

    public static void PutInto(JsonObject mapping)
    {
        if (Member(mapping, "Request") is not JsonObject request)
            return;
        foreach (var name in new[] { "Path", "Url", "ClientIP" })
        {
            if (Member(request, name) is JsonValue value && value.TryGetValue<string>(out var pattern))
                Put(request, name, new JsonObject { ["Matchers"] = new JsonArray(new JsonObject { ["Name"] = "WildcardMatcher", ["Pattern"] = pattern }) });
        }

        Rename(request);
    }

    static void Rename(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Rename(item);
        }

        if (node is not JsonObject found)
            return;
        foreach (var (key, value) in found.ToArray())
        {
            // Patterns may be objects of any shape, and what they call a name is none of a matcher.
            if (key.Equals("Pattern", StringComparison.OrdinalIgnoreCase) || key.Equals("Patterns", StringComparison.OrdinalIgnoreCase))
                continue;
            if (key.Equals("Name", StringComparison.OrdinalIgnoreCase) && value is JsonValue text && text.TryGetValue<string>(out var name) && IsMatcher(found))
                found[key] = name switch { "RegexMatcher" when !UsesTokens(found) => Regex, "WildcardMatcher" => Wildcard, _ => name };
            else
                Rename(value);
        }
    }

    // Headers, cookies and parameters have names, too.
    static bool IsMatcher(JsonObject found) => Member(found, "Matchers") is null;

    // WireMock.Net's own \guid tokens are known to its matcher alone; so is a pattern that stands in a file.
    static bool UsesTokens(JsonObject matcher) => Member(matcher, "PatternAsFile") is not null
        || (Member(matcher, "Pattern") ?? Member(matcher, "Patterns"))?.ToJsonString().Contains("guid", StringComparison.OrdinalIgnoreCase) == true;

    public static JsonNode? Member(JsonObject found, string name) => found.FirstOrDefault(m => m.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    static void Put(JsonObject into, string name, JsonNode value) =>
        into[into.First(m => m.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Key] = value;

    static string[] Patterns(MatcherModel model) => model.Pattern is string one ? [one] : [.. model.Patterns?.OfType<string>() ?? []];
}
