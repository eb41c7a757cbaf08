using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Reporting.Excerpts;
using Open311.Reporting.Redaction;
using Open311.Reporting.Text;

namespace Open311.Reporting.Summaries;

/// <summary>Findings as plain text, for whoever reads them one at a time: a test runner, a console. English, without secrets, bounded.</summary>
public sealed class FindingTexts
{
    const int LongestBodyOfRequest = 4_000;

    readonly RunReport clean;
    readonly Excerpter excerpter;

    /// <summary>Prepares the texts of a run.</summary>
    /// <param name="report">The run; its API key and other credentials reach no text.</param>
    public FindingTexts(RunReport report)
    {
        var mask = SecretMask.For(report.Target);
        clean = CleanReport.Of(report, mask).MapTexts(VisibleText.Of);
        excerpter = new Excerpter(mask);
    }

    /// <summary>The run's outcome in a sentence: why it could not be tested, or how many requirements are violated.</summary>
    public string Outcome => Wording.Explanation(clean);

    /// <summary>What preflight found, and what to do about it.</summary>
    public string Preflight => $"{clean.Preflight.Message} {clean.Preflight.Advice}".TrimEnd();

    /// <summary>Why the run is incomplete, and the errors of the suite itself; empty for a whole run.</summary>
    public IReadOnlyList<string> Troubles => [.. clean.Errors.Prepend(clean.Incomplete).OfType<string>().Distinct()];

    /// <summary>The sentence of a finding.</summary>
    /// <param name="index">Its place among the findings of the run.</param>
    public string Message(int index) => clean.Findings[index].Message;

    /// <summary>All there is to say about a finding: what was expected and received, where, by which clause, how to mend it, and the evidence.</summary>
    /// <param name="index">Its place among the findings of the run.</param>
    public string Of(int index)
    {
        var finding = clean.Findings[index];
        var requirement = finding.Requirement;
        var exchange = clean.Exchanges.FirstOrDefault(e => e.Number == finding.Exchange && e.Number > 0);
        var request = exchange is null ? null : Bounded.Cut(VisibleText.Of(CurlCommand.For(exchange, clean.Target.ApiKey)), LongestBodyOfRequest);
        (string Label, string? Text)[] parts =
        [
            ("Expected", finding.Expected),
            ("Received", finding.Actual),
            ("Where", Where(finding)),
            ("How often", finding.Occurrences > 1 ? $"{finding.Occurrences} times in {finding.Observations} observations" : null),
            ("Follows from", finding.BlockedBy),
            ("Clause", requirement.Clause),
            ("Reading", requirement.Basis == Basis.Inferred ? requirement.Ruling ?? "The text does not say so; we conclude it." : requirement.Ruling),
            ("Fix", finding.Fix),
            ("Request", request),
        ];
        return string.Join('\n', parts
            .Where(part => part.Text is { Length: > 0 })
            .Select(part => $"{part.Label + ":",-13} {part.Text!.ReplaceLineEndings("\n").Replace("\n", "\n" + new string(' ', 14), StringComparison.Ordinal)}")
            .Prepend(finding.Message)
            .Concat(Evidence(finding)));
    }

    static string? Where(Finding finding)
    {
        var place = string.Join(", ", new[] { finding.Pointer, finding.Line is { } line ? $"line {line}" : null }.OfType<string>());
        return place.Length == 0 ? null : place;
    }

    IEnumerable<string> Evidence(Finding finding)
    {
        var exchange = clean.Exchanges.FirstOrDefault(e => e.Number == finding.Exchange && e.Number > 0);
        if (exchange?.Answer is not { } answer)
            return exchange?.Problem is { } problem ? [VisibleText.OneLine($"Answer:       {problem}")] : [];
        var lines = excerpter.Around(exchange, finding.Line, finding.Pointer)?.Lines ?? [];
        return lines
            .Select(line => $"  {(line.IsMarked ? '>' : ' ')} {line.Number,4} | {line.Text}")
            .Prepend(VisibleText.OneLine($"Answer:       {answer.Status} {answer.Reason}; Content-Type: {answer.Header("Content-Type") ?? "none"}; {answer.Body.Length} bytes"));
    }
}
