using System.Globalization;
using System.Text;
using Open311.Conformance.Findings;
using Open311.Reporting.Summaries;
using Open311.Reporting.Text;

namespace Open311.Reporting.Markdown;

/// <summary>Writes <c>report.md</c>, short enough for a CI job summary.</summary>
sealed class MarkdownReport
{
    const int MaxCauses = 20;
    const int MaxReasons = 20;
    const int MaxIds = 12;
    const int MaxValue = 300;

    readonly RunReport report;
    readonly StringBuilder text = new();

    MarkdownReport(RunReport report) => this.report = report;

    /// <param name="report">A clean report.</param>
    public static string Of(RunReport report)
    {
        var page = new MarkdownReport(report);
        page.Head();
        page.Classes();
        page.Causes();
        page.NotTestedParts();
        page.Created();
        page.List("Errors of the run itself", report.Errors);
        page.Foot();
        return page.text.ToString();
    }

    void Head()
    {
        Line($"## {Wording.Title(report)}: {Symbol()} {MarkdownText.Prose(Wording.Verdict(report))}");
        Paragraph($"{MarkdownText.Code(Wording.TargetTitle(report))}, {Wording.Utc(report.Started)}. {MarkdownText.Prose(Wording.Explanation(report))}");
        if (!report.Preflight.IsReady && report.Preflight.Advice is { } advice)
            Paragraph($"**What to do:** {MarkdownText.Prose(advice)}");
        if (report.Incomplete is { } incomplete)
            Paragraph($"**This run is incomplete.** {MarkdownText.Prose(incomplete)}");
        if (report.Summary.Musts > 0)
            Paragraph($"**{Wording.Headline(report)}**");
    }

    string Symbol() => report.Outcome switch
    {
        RunOutcome.Conformant => "✓",
        RunOutcome.Nonconformant => "✗",
        _ => "–",
    };

    void Classes()
    {
        if (report.Classes.Count == 0)
            return;
        Paragraph("| Class | Result | Why | Musts exercised | conform |\n|---|---|---|---|---|");
        foreach (var item in report.Classes.Where(c => c.Judged))
            Line(string.Create(CultureInfo.InvariantCulture, $"| {MarkdownText.Prose(item.Name)} | {item.State.Word()} | {MarkdownText.Prose(Bounded.Short(item.Why, MaxValue))} | {item.Exercised} of {item.Musts} | {item.Conform} |"));
        var rest = report.Classes.Where(c => !c.Judged).Select(c => c.Name).ToList();
        if (rest.Count > 0)
            Paragraph($"Not judged by this release: {MarkdownText.Prose(string.Join(", ", rest))}.");
    }

    void Causes()
    {
        if (report.Causes.Count == 0)
            return;
        Paragraph("### Causes");
        foreach (var cause in report.Causes.Take(MaxCauses))
            Cause(cause);
        if (report.Causes.Count > MaxCauses)
            Paragraph($"and {report.Causes.Count - MaxCauses} more in report.html.");
    }

    void Cause(Cause cause)
    {
        Paragraph($"**{cause.Verdict.Word()} · {MarkdownText.Prose(cause.Requirement)}**: {MarkdownText.Prose(cause.Headline)}");
        if (cause.Findings.Count > 0 && report.Findings.ElementAtOrDefault(cause.Findings[0]) is { } finding)
        {
            if (finding.Expected is { } expected)
                Line($"- Expected: {MarkdownText.Code(Bounded.Short(expected, MaxValue))}");
            if (finding.Actual is { } actual)
                Line($"- Received: {MarkdownText.Code(Bounded.Short(actual, MaxValue))}");
            if (finding.Fix is { } fix)
                Line($"- Fix: {MarkdownText.Prose(fix)}");
            if (cause.Blocked.Count > 0)
                Line($"- Blocks: {Ids(cause.Blocked)}");
            if (report.Exchanges.FirstOrDefault(e => e.Number == finding.Exchange && e.Number > 0) is { } exchange)
                Paragraph(MarkdownText.Block(CurlCommand.For(exchange, report.Target.ApiKey), "sh"));
        }
    }

    void NotTestedParts()
    {
        var groups = NotTested.In(report);
        if (groups.Count == 0)
            return;
        Paragraph("### Not tested");
        foreach (var group in groups.Take(MaxReasons))
            Line($"- {group.Verdict.Word()}: {MarkdownText.Prose(Bounded.Short(group.Reason, MaxValue))} ({Ids(group.Requirements)})");
        if (groups.Count > MaxReasons)
            Line($"- {Wording.Count(groups.Count - MaxReasons, "further reason")}: see report.html.");
    }

    void Created()
    {
        var due = report.Created.Where(c => c.MayExist).ToList();
        if (due.Count == 0)
            return;
        Paragraph($"### Test records to remove ({due.Count})");
        Paragraph("| Mark | Service | service_request_id | token | Posted |\n|---|---|---|---|---|");
        foreach (var record in due)
            Line($"| {MarkdownText.Prose(record.Mark)} | {MarkdownText.Prose(record.ServiceCode ?? "")} | {MarkdownText.Prose(Bounded.Short(record.ServiceRequestId ?? "", MaxValue))} | {MarkdownText.Prose(Bounded.Short(record.Token ?? "", MaxValue))} | {Wording.Utc(record.Sent)} |");
    }

    void List(string title, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        Paragraph($"### {title}");
        foreach (var item in items.Take(MaxReasons))
            Line($"- {MarkdownText.Prose(Bounded.Short(item, MaxValue))}");
        if (items.Count > MaxReasons)
            Line($"- and {items.Count - MaxReasons} more in report.html.");
    }

    void Foot() => Paragraph(MarkdownText.Prose(
        $"open311 {report.ToolVersion}, requirement set {report.RequirementSet}, seed {report.Settings.Seed}. A snapshot of what was observed, not a guarantee."));

    static string Ids(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(MaxIds).Select(MarkdownText.Prose))
        + (ids.Count > MaxIds ? $" and {ids.Count - MaxIds} more" : "");

    void Line(string line) => text.Append(line).Append('\n');

    void Paragraph(string paragraph)
    {
        if (text.Length > 0)
            text.Append('\n');
        Line(paragraph);
    }
}
