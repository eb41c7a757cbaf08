using System.Text.RegularExpressions;
using Open311.Mock.WireMock.Matching;
using WireMock.Matchers;

namespace Open311.Mock.WireMock.Checking;

/// <summary>Whether a condition on paths or URLs lets everything pass, and says so.</summary>
internal static partial class Reach
{
    // No two of these have anything in common that a condition could be about.
    static readonly string[] Paths = ["/", "/7f3a9c", "/Q/w-e.R~t", "/zz/12/%"];
    static readonly string[] Urls = ["http://localhost:1/", "http://10.1.2.3:65000/7f3a9c?q", "http://h/Q/w-e.R~t?x=1&y=2"];

    /// <summary>Whether it shadows the whole city without being written like that.</summary>
    public static bool IsHidden(IReadOnlyList<CheckedMatcher> matchers, string? matchOperator, bool isUrl)
    {
        var probes = isUrl ? Urls : Paths;
        bool Lets(string probe) => matchOperator is "And" or "Average" ? matchers.All(m => Matches(m, probe)) : matchers.Any(m => Matches(m, probe));
        return probes.All(Lets) && !matchers.Any(IsExplicit);
    }

    static bool IsExplicit(CheckedMatcher matcher) => !matcher.Rejects && matcher.Patterns.Any(p => matcher.Name switch
    {
        "WildcardMatcher" => AnyWildcard().IsMatch(p),
        "RegexMatcher" => AnyExpression().IsMatch(p),
        _ => false,
    });

    static bool Matches(CheckedMatcher matcher, string probe)
    {
        var settings = new MatcherSettings(matcher.IgnoresCase, MatchBehaviour.AcceptOnMatch, MatchOperator.Or);
        var does = matcher.Name switch
        {
            "RegexMatcher" => BoundedRegexMatcher.OfRegex(matcher.Patterns, settings, _ => { }).IsMatch(probe).IsPerfect(),
            "WildcardMatcher" => BoundedRegexMatcher.OfWildcard(matcher.Patterns, settings, _ => { }).IsMatch(probe).IsPerfect(),
            _ => matcher.Patterns.Contains(probe),
        };
        return does != matcher.Rejects;
    }

    [GeneratedRegex(@"^(?:\w+:/?)?[/*]*\*[/*]*$", RegexOptions.CultureInvariant)]
    private static partial Regex AnyWildcard();

    [GeneratedRegex(@"^\^?\\?/?\(?\.[*+]\)?\$?$", RegexOptions.CultureInvariant)]
    private static partial Regex AnyExpression();
}
