using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Targets;
using Open311.Reporting.Redaction;
using Open311.Reporting.Text;

namespace Open311.Reporting;

/// <summary>What a dry run would have posted, as commands for a POSIX shell.</summary>
public static class PostPreview
{
    /// <summary>A comment with the case and a command for each POST; the key stands as <c>$OPEN311_API_KEY</c>.</summary>
    /// <param name="report">A dry run.</param>
    public static IReadOnlyList<string> Lines(RunReport report)
    {
        var mask = SecretMask.For(report.Target);
        var budget = report.Target.Writes.MaxPosts;
        var lines = new List<string>
        {
            $"# {report.Planned.Count} POSTs are planned, and none was sent. At most {budget} are sent in a run (--max-posts), in this order.",
        };
        foreach (var (index, request) in report.Planned.Index())
        {
            if (index == budget)
                lines.Add("# Beyond the budget, not sent:");
            lines.Add($"# {index + 1}: {request.CaseId}");
            var clean = CleanExchange.Of(new Exchange { Request = request, Outcome = ExchangeOutcome.NotRecorded }, mask);
            lines.Add(VisibleText.OneLine(CurlCommand.For(clean, report.Target.ApiKey is null ? WriteOptions.KeyToCome : SecretMask.Mask)));
        }

        return lines;
    }
}
