using Open311.Reporting.Bundles;
using Open311.Reporting.Text;

namespace Open311.WebConsole.Pages;

/// <summary>What became of a bundle, as the page shows it.</summary>
public sealed record VerificationView
{
    const int Most = 100;
    const int Longest = 400;

    /// <summary>What the file was called.</summary>
    public required string Name { get; init; }

    /// <summary>Whether everything is as it was written.</summary>
    public required bool IsVerified { get; init; }

    /// <summary>Why it is no bundle at all; null when it is one.</summary>
    public string? Refused { get; init; }

    /// <summary>Members that are not as they were written, each with what is wrong.</summary>
    public IReadOnlyList<(string Member, string What)> Problems { get; init; } = [];

    /// <summary>Findings that the evidence does not give.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>How many are not shown.</summary>
    public int More { get; init; }

    /// <summary>What it is about; empty where nobody can tell.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>When that was judged.</summary>
    public DateTimeOffset? Judged { get; init; }

    /// <summary>Exchanges judged again.</summary>
    public int Exchanges { get; init; }

    /// <summary>Findings that are derived again.</summary>
    public int Same { get; init; }

    /// <summary>Of the signature.</summary>
    public string Signature { get; init; } = "";

    /// <summary>What else a reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    internal static VerificationView Of(string name, BundleVerification verified)
    {
        var problems = verified.Problems.Select(p => (Line(p.Member), Line(p.What))).ToList();
        var differences = (verified.Findings?.Differences ?? []).Select(d => Line(d.Sentence)).ToList();
        return new()
        {
            Name = Line(name),
            IsVerified = verified.IsVerified,
            Problems = [.. problems.Take(Most)],
            Differences = [.. differences.Take(Most)],
            More = Math.Max(0, problems.Count - Most) + Math.Max(0, differences.Count - Most),
            Endpoint = Line(verified.Replayed?.Target.Endpoint.OriginalString ?? ""),
            Judged = verified.Replayed?.Started,
            Exchanges = verified.Replayed?.Exchanges.Count ?? 0,
            Same = verified.Findings?.Same ?? 0,
            Signature = Line(verified.Bundle.Signature.Sentence),
            Notes = [.. verified.Notes.Select(Line)],
        };
    }

    internal static VerificationView Refuse(string name, string why) => new() { Name = Line(name), IsVerified = false, Refused = Line(why) };

    static string Line(string text) => VisibleText.OneLine(text.Length > Longest ? text[..Longest] + "..." : text);
}
