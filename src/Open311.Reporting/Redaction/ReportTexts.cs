using Open311.Conformance.Findings;

namespace Open311.Reporting.Redaction;

/// <summary>Reaches every text of a run that a target may have had a word in.</summary>
static class ReportTexts
{
    public static RunReport MapTexts(this RunReport report, Func<string, string> map)
    {
        string? Optional(string? text) => text is null ? null : map(text);
        List<string> All(IReadOnlyList<string> texts) => [.. texts.Select(map)];

        Observation Seen(Observation seen) => seen with
        {
            Case = map(seen.Case),
            Message = map(seen.Message),
            Expected = Optional(seen.Expected),
            Actual = Optional(seen.Actual),
            ExchangeKey = null,
            Pointer = Optional(seen.Pointer),
        };

        Finding Found(Finding finding) => finding with
        {
            Case = Optional(finding.Case),
            Message = map(finding.Message),
            Expected = Optional(finding.Expected),
            Actual = Optional(finding.Actual),
            Pointer = Optional(finding.Pointer),
            Fix = Optional(finding.Fix),
            More = [.. finding.More.Select(Seen)],
        };

        return report with
        {
            TargetName = Optional(report.TargetName),
            Target = report.Target with { Jurisdictions = All(report.Target.Jurisdictions) },
            Incomplete = Optional(report.Incomplete),
            Preflight = report.Preflight with
            {
                Message = map(report.Preflight.Message),
                Advice = Optional(report.Preflight.Advice),
                Notes = All(report.Preflight.Notes),
            },
            Classes = [.. report.Classes.Select(c => c with { Why = map(c.Why) })],
            Causes = [.. report.Causes.Select(c => c with { Headline = map(c.Headline) })],
            Profile = report.Profile is { } profile ? profile with { Results = [.. profile.Results.Select(r => r with { Why = map(r.Why) })] } : null,
            Findings = [.. report.Findings.Select(Found)],
            Created = [.. report.Created.Select(c => c with { ServiceCode = Optional(c.ServiceCode), ServiceRequestId = Optional(c.ServiceRequestId), Token = Optional(c.Token) })],
            Notes = All(report.Notes),
            Errors = All(report.Errors),
        };
    }
}
