using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.WireMock.Matching;
using WireMock;
using WireMock.Matchers;
using WireMock.Matchers.Request;
using WireMock.RequestBuilders;

namespace Open311.Mock.WireMock.Stubs;

/// <summary>
/// Says of a call, by its path alone, whether any stub could answer it: WireMock.Net tries every mapping on every call, and most calls are for
/// the city. Remembers what it said, since clients ask the same again and again.
/// </summary>
internal sealed class StubIndex
{
    const int MostKnown = 4096;

    readonly ConcurrentDictionary<string, bool> known = new();
    readonly ConcurrentDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> lookup;
    readonly HashSet<string> literals = [];
    readonly List<IReadOnlyList<RequestMessagePathMatcher>> others = [];
    readonly bool any;

    public StubIndex(IEnumerable<IMapping> mappings)
    {
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var mapping in mappings)
        {
            var conditions = (mapping.RequestMatcher as Request)?.GetRequestMessageMatchers<RequestMessagePathMatcher>() ?? [];
            if (conditions is [{ Matchers: { } matchers } only] && (only.MatchOperator == MatchOperator.Or || matchers.Count == 1) && matchers.All(m => Literals(m) is not null))
                literals.UnionWith(matchers.SelectMany(m => Literals(m)!));
            else if (conditions.Count > 0 && conditions.All(c => c.Matchers?.All(SaysTheSameAlways) == true))
                others.Add([.. conditions]);
            else
                any = true;
        }
    }

    /// <summary>Whether a stub could answer. Certain where it says no.</summary>
    public bool Concerns(HttpContext context)
    {
        if (any)
            return true;
        if (literals.Count == 0 && others.Count == 0)
            return false;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = target.AsSpan(0, target.IndexOf('?') is >= 0 and var mark ? mark : target.Length);
        if (lookup.TryGetValue(path, out var concerns))
            return concerns;
        if (known.Count >= MostKnown)
            known.Clear();
        return known[path.ToString()] = Path(context.Request) is not { } seen || literals.Contains(seen) || others.Any(o => o.All(c => Matches(c, seen)));
    }

    // As WireMock.Net sees it. What it cannot make a path of, it has to see for itself.
    static string? Path(HttpRequest request) =>
        Uri.TryCreate($"http://h{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}", UriKind.Absolute, out var url) ? WebUtility.UrlDecode(url.AbsolutePath) : null;

    static bool Matches(RequestMessagePathMatcher condition, string path)
    {
        var results = condition.Matchers!.Select(m => m.IsMatch(path)).ToArray();
        // One that gives up passes its mapping over for this call, which is not for every call.
        return results.Any(r => r.Exception is not null) || MatchScores.IsPerfect(MatchScores.ToScore([.. results.Select(r => r.Score)], condition.MatchOperator));
    }

    // A matcher of a test may be anything; what it says of a path is not remembered.
    static bool SaysTheSameAlways(IStringMatcher matcher) =>
        matcher is BoundedRegexMatcher || matcher.GetType() is var type && (type == typeof(WildcardMatcher) || type == typeof(RegexMatcher) || type == typeof(ExactMatcher));

    static IReadOnlyList<string>? Literals(IStringMatcher matcher) => matcher switch
    {
        BoundedRegexMatcher bounded => bounded.Literals,
        ExactMatcher { MatchBehaviour: MatchBehaviour.AcceptOnMatch, IgnoreCase: false } exact when exact.GetPatterns() is [var only] => [only.IsFirst ? only.First : only.Second.Pattern],
        _ => null,
    };
}
