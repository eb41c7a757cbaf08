using System.Text.RegularExpressions;
using AnyOfTypes;
using WireMock.Matchers;
using WireMock.Models;

namespace Open311.Mock.WireMock.Matching;

/// <summary>
/// Matches as WireMock.Net's RegexMatcher and WildcardMatcher do, in bounded time: theirs may take ten seconds of a processor for a call, and
/// as many again for the next.
/// </summary>
internal sealed class BoundedRegexMatcher : IStringMatcher, IIgnoreCaseMatcher
{
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    readonly AnyOf<string, StringPattern>[] patterns;
    readonly Regex[] expressions;
    readonly Action<string> tell;
    bool hasTold;

    BoundedRegexMatcher(string name, IReadOnlyList<string> patterns, IReadOnlyList<string> expressions, MatcherSettings settings, Action<string> tell)
    {
        Name = name;
        this.patterns = [.. patterns.Select(p => new AnyOf<string, StringPattern>(p))];
        this.expressions = [.. expressions.Select(e => Compile(e, settings.IgnoreCase))];
        this.tell = tell;
        (MatchBehaviour, MatchOperator, IgnoreCase) = (settings.Behaviour, settings.Operator, settings.IgnoreCase);
    }

    public string Name { get; }

    public MatchBehaviour MatchBehaviour { get; }

    public MatchOperator MatchOperator { get; }

    public bool IgnoreCase { get; }

    /// <summary>The texts that are all it accepts; null where that cannot be said.</summary>
    public IReadOnlyList<string>? Literals { get; private init; }

    /// <exception cref="ArgumentException">A pattern is no regular expression.</exception>
    public static BoundedRegexMatcher OfRegex(IReadOnlyList<string> patterns, MatcherSettings settings, Action<string> tell) =>
        new("RegexMatcher", patterns, patterns, settings, tell);

    public static BoundedRegexMatcher OfWildcard(IReadOnlyList<string> patterns, MatcherSettings settings, Action<string> tell)
    {
        string[] expressions = [.. patterns.Select(p => "^" + Regex.Escape(p).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal) + "$")];
        var isLiteral = settings is { IgnoreCase: false, Behaviour: MatchBehaviour.AcceptOnMatch } && (settings.Operator == MatchOperator.Or || patterns.Count == 1)
            && patterns.All(p => p.AsSpan().IndexOfAny('*', '?', '\n') < 0);
        return new("WildcardMatcher", patterns, expressions, settings, tell) { Literals = isLiteral ? patterns : null };
    }

    public MatchResult IsMatch(string? input)
    {
        if (input is null)
            return MatchResult.From(Name, Converted(MatchScores.Mismatch));
        try
        {
            return MatchResult.From(Name, Converted(MatchScores.ToScore([.. expressions.Select(e => e.IsMatch(input))], MatchOperator)));
        }
        catch (RegexMatchTimeoutException e)
        {
            if (!hasTold)
                tell($"The regular expression '{e.Pattern}' took longer than {Longest.TotalMilliseconds} ms for a text of {input.Length} characters; its stub is passed over for such calls.");
            hasTold = true;
            // With the exception the whole mapping is passed over, also where the match would have been a reason to reject.
            return MatchResult.From(Name, MatchScores.Mismatch, e);
        }
    }

    public AnyOf<string, StringPattern>[] GetPatterns() => patterns;

    public string GetCSharpCodeArguments() => throw new NotSupportedException("Stubs from files are not written as C#.");

    double Converted(double score) => MatchBehaviour == MatchBehaviour.AcceptOnMatch ? score : score <= MatchScores.Tolerance ? MatchScores.Perfect : MatchScores.Mismatch;

    static Regex Compile(string expression, bool ignoreCase)
    {
        var options = RegexOptions.Multiline | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        try
        {
            return new Regex(expression, options | RegexOptions.NonBacktracking, Longest);
        }
        catch (NotSupportedException)
        {
            // Look-arounds, back references and the like need backtracking, which only the clock bounds.
            return new Regex(expression, options, Longest);
        }
    }
}
