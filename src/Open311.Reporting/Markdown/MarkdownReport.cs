using System.Globalization;
using System.Text;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Languages;
using Open311.Reporting.Profiles;
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
    readonly Phrases say;
    readonly StringBuilder text = new();

    MarkdownReport(RunReport report, Phrases say)
    {
        this.report = report;
        this.say = say;
    }

    /// <param name="report">A clean report.</param>
    /// <param name="language">What the report says of its own accord is in it.</param>
    public static string Of(RunReport report, Language language)
    {
        var page = new MarkdownReport(report, Phrases.In(language));
        page.Head();
        page.Profile();
        page.Classes();
        page.Causes();
        page.NotTestedParts();
        page.Created();
        page.List(page.say["markdown.errors"], report.Errors);
        page.Foot();
        return page.text.ToString();
    }

    void Head()
    {
        Line($"## {Wording.Title(report, say)}: {Symbol()} {MarkdownText.Prose(Wording.Verdict(report, say))}");
        Paragraph($"{MarkdownText.Code(Wording.TargetTitle(report))}, {Wording.Utc(report.Started)}. {MarkdownText.Prose(Said.Of(Wording.Explanation(report, say), say).Text)}");
        if (!report.Preflight.IsReady && report.Preflight.Advice is { } advice)
            Paragraph($"**{say["what-to-do"]}** {MarkdownText.Prose(Said.Of(advice, say).Text)}");
        if (report.Incomplete is { } incomplete)
            Paragraph(say.Say("markdown.incomplete", ("reason", MarkdownText.Prose(Said.Of(incomplete, say).Text))));
        if (report.Summary.Musts > 0)
            Paragraph($"**{Wording.Headline(report, say)}**");
    }

    void Profile()
    {
        if (report.Profile is not { } verdict)
            return;
        Paragraph($"### {say.Say("profile.heading", ("profile", MarkdownText.Prose(Said.Of(verdict.Profile.Title, say).Text)))}");
        Paragraph($"**{MarkdownText.Prose(ProfileWording.Sentence(verdict, say))}**");
        Paragraph($"{say["profile.markdown"]}\n|---|---|---|---|");
        foreach (var result in verdict.Results)
            Line($"| {say[$"profile.duty.{result.Demand.Duty.Word()}"]} | {MarkdownText.Prose(result.Demand.Name)} | {say[$"profile.state.{result.State.Word()}"]} | {MarkdownText.Prose(Bounded.Short(Said.Of(result.Why, say).Text, MaxValue))} |");
        foreach (var waiver in verdict.Expired)
            Paragraph(MarkdownText.Prose(ProfileWording.Expired(waiver, say)));
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
        Paragraph($"{say["markdown.classes"]}\n|---|---|---|---|---|");
        foreach (var item in report.Classes.Where(c => c.Judged))
            Line(string.Create(CultureInfo.InvariantCulture, $"| {MarkdownText.Prose(item.Name)} | {say[$"class-state.{item.State.Word()}"]} | {MarkdownText.Prose(Bounded.Short(Said.Of(item.Why, say).Text, MaxValue))} | {say.Say("markdown.of", ("n", item.Exercised), ("all", item.Musts))} | {item.Conform} |"));
        var rest = report.Classes.Where(c => !c.Judged).Select(c => c.Name).ToList();
        if (rest.Count > 0)
            Paragraph(say.Say("markdown.not-judged", ("classes", MarkdownText.Prose(string.Join(", ", rest)))));
    }

    void Causes()
    {
        if (report.Causes.Count == 0)
            return;
        Paragraph($"### {say["causes.heading"]}");
        foreach (var cause in report.Causes.Take(MaxCauses))
            Cause(cause);
        if (report.Causes.Count > MaxCauses)
            Paragraph(say.Say("markdown.more", ("n", report.Causes.Count - MaxCauses)));
    }

    void Cause(Cause cause)
    {
        var finding = cause.Findings.Count > 0 ? report.Findings.ElementAtOrDefault(cause.Findings[0]) : null;
        var isEnglish = say.Language == Language.English || finding is null || finding.Requirement.Id != cause.Requirement;
        var title = isEnglish ? cause.Headline : Registered.Statement(finding!.Requirement, say).Text;
        Paragraph($"**{say[$"verdict.{cause.Verdict.Word()}"]} · {MarkdownText.Prose(cause.Requirement)}**: {MarkdownText.Prose(title)}");
        if (finding is not null)
        {
            if (!isEnglish)
                Line($"- {say["findings.found"]}: {MarkdownText.Prose(cause.Headline)}");
            if (finding.Expected is { } expected)
                Line($"- {say["findings.expected"]}: {MarkdownText.Code(Bounded.Short(expected, MaxValue))}");
            if (finding.Actual is { } actual)
                Line($"- {say["findings.received"]}: {MarkdownText.Code(Bounded.Short(actual, MaxValue))}");
            if (finding.Fix is { } fix)
                Line($"- {say["findings.fix"]}: {MarkdownText.Prose(fix)}");
            if (cause.Blocked.Count > 0)
                Line($"- {say["markdown.blocks"]}: {Ids(cause.Blocked)}");
            if (report.Exchanges.FirstOrDefault(e => e.Number == finding.Exchange && e.Number > 0) is { } exchange)
                Paragraph(MarkdownText.Block(CurlCommand.For(exchange, report.Target.ApiKey), "sh"));
        }
    }

    void NotTestedParts()
    {
        var groups = NotTested.In(report);
        if (groups.Count == 0)
            return;
        Paragraph($"### {say["markdown.not-tested"]}");
        foreach (var group in groups.Take(MaxReasons))
            Line($"- {say[$"verdict.{group.Verdict.Word()}"]}: {MarkdownText.Prose(Bounded.Short(Reason(group), MaxValue))} ({Ids(group.Requirements)})");
        if (groups.Count > MaxReasons)
            Line("- " + say.Plural("markdown.more-reasons", groups.Count - MaxReasons));
    }

    void Created()
    {
        var due = report.Created.Where(c => c.MayExist).ToList();
        if (due.Count == 0)
            return;
        Paragraph($"### {say["created.heading"]} ({due.Count})");
        Paragraph($"| {say["created.mark"]} | {say["created.service"]} | service_request_id | token | {say["created.posted"]} |\n|---|---|---|---|---|");
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
            Line("- " + say.Say("markdown.more", ("n", items.Count - MaxReasons)));
    }

    void Foot() => Paragraph(MarkdownText.Prose(say.Say("markdown.foot", ("version", report.ToolVersion), ("set", report.RequirementSet), ("seed", $"{report.Settings.Seed}"))));

    string Reason(NotTested group) => group.BlockedBy is { } cause ? say.Say("blocked-because", ("requirement", cause)) : Said.Of(group.Reason, say).Text;

    string Ids(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(MaxIds).Select(MarkdownText.Prose))
        + (ids.Count > MaxIds ? " " + say.Say("findings.and-more", ("n", ids.Count - MaxIds)) : "");

    void Line(string line) => text.Append(line).Append('\n');

    void Paragraph(string paragraph)
    {
        if (text.Length > 0)
            text.Append('\n');
        Line(paragraph);
    }
}
