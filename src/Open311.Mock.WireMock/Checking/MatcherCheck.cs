using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SimMetrics.Net;
using WireMock.Admin.Mappings;
using WireMock.Matchers;

namespace Open311.Mock.WireMock.Checking;

/// <summary>Looks at matchers.</summary>
internal static class MatcherCheck
{
    /// <summary>All matchers of a list, which may not be empty.</summary>
    /// <exception cref="Stubs.StubException">One is not what WireMock.Net takes it for.</exception>
    public static IReadOnlyList<CheckedMatcher> All(JsonNode? list, Place place, IReadOnlySet<string> allowed, string what)
    {
        var items = Members.List(list, place);
        if (items.Count == 0)
            throw place.Refused($"The list of matchers is empty, and WireMock.Net would take {what} for any; name a matcher.");
        return [.. items.Select((item, i) => One(item, place.Item(i), allowed, what))];
    }

    /// <exception cref="Stubs.StubException">It is not what WireMock.Net takes it for.</exception>
    public static CheckedMatcher One(JsonNode? node, Place place, IReadOnlySet<string> allowed, string what)
    {
        var members = Members.Of(node, typeof(MatcherModel), place);
        if (!members.TryGetValue("Name", out var given))
            throw place.Refused("A matcher needs a Name, such as ExactMatcher.");
        var full = Members.Text(given, place.Member("Name"));
        var name = full.Split('.')[0];
        if (!MatcherNames.All.Contains(name) || (full != name && name != "SimMetricsMatcher"))
            throw place.Member("Name").Refused(MatcherNames.Refusal(full));
        if (full != name && !Enum.GetNames<SimMetricType>().Contains(full[(name.Length + 1)..]))
            throw place.Member("Name").Refused($"'{Texts.Shown(full)}' is no measure of SimMetricsMatcher; expected such as SimMetricsMatcher.Levenstein.");
        if (!allowed.Contains(name))
            throw place.Member("Name").Refused($"{name} cannot match {what}, and WireMock.Net would leave it out; expected one of {string.Join(", ", allowed.Order(StringComparer.Ordinal))}.");
        Members.OneOf<MatchOperator>(members, "MatchOperator", place);
        return new CheckedMatcher(name, Patterns(name, members, place), members, Members.IsTrue(members, "RejectOnMatch"), Members.IsTrue(members, "IgnoreCase"));
    }

    static string[] Patterns(string name, Dictionary<string, JsonNode?> members, Place place)
    {
        string[] given = [.. new[] { "Pattern", "Patterns", "PatternAsFile" }.Where(p => members.GetValueOrDefault(p) is not null)];
        if (name == "NotNullOrEmptyMatcher")
            return [];
        if (given.Length != 1)
            throw place.Refused(given.Length == 0 ? $"{name} needs a Pattern." : $"{string.Join(" and ", given)} are given, and WireMock.Net would use the first; leave one.");
        if (given[0] == "PatternAsFile")
            throw place.Member("PatternAsFile").Refused("Patterns are read from the mapping alone; write the Pattern here.");
        if (MatcherNames.OfJson.Contains(name))
            return [];
        string[] patterns = given[0] == "Pattern"
            ? [Members.Text(members["Pattern"], place.Member("Pattern"))]
            : [.. Members.List(members["Patterns"], place.Member("Patterns")).Select((p, i) => Members.Text(p, place.Member("Patterns").Item(i)))];
        if (patterns.Length == 0)
            throw place.Member("Patterns").Refused($"{name} needs a pattern.");
        if (name == "RegexMatcher")
        {
            foreach (var pattern in patterns)
                Regular(pattern, place);
        }

        return patterns;
    }

    static void Regular(string pattern, Place place)
    {
        if (pattern.Length == 0)
            throw place.Refused("An empty regular expression matches everything; write what is meant, such as .* for everything.");
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw place.Refused($"'{Texts.Shown(pattern)}' is no regular expression: {Texts.Said(e)}");
        }
    }
}
