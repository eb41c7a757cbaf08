using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Protocol;
using Open311.Reporting.Areas;
using Open311.Reporting.Excerpts;
using Open311.Reporting.Figures;
using Open311.Reporting.Languages;
using Open311.Reporting.Redaction;
using Open311.Reporting.Summaries;
using Open311.Reporting.Text;

namespace Open311.Reporting.Html;

/// <summary>Arranges a run for the page.</summary>
sealed class PageViewBuilder
{
    readonly RunReport report;
    readonly Phrases phrases;
    readonly Excerpter excerpter;
    readonly Dictionary<int, Exchange> exchanges;
    readonly string[] anchors;
    readonly Dictionary<string, RequirementLink> links = new(StringComparer.Ordinal);

    /// <param name="report">Clean, with invisible characters written out.</param>
    /// <param name="mask">Cleans the bodies.</param>
    /// <param name="phrases">The language of the page.</param>
    public PageViewBuilder(RunReport report, SecretMask mask, Phrases phrases)
    {
        this.report = report;
        this.phrases = phrases;
        excerpter = new Excerpter(mask);
        exchanges = report.Exchanges.Where(e => e.Number > 0).DistinctBy(e => e.Number).ToDictionary(e => e.Number);
        anchors = Anchors(report.Findings);
        foreach (var (finding, anchor) in report.Findings.Zip(anchors).OrderBy(pair => AreaView.Gravity(pair.First.Verdict)))
            links.TryAdd(finding.Requirement.Id, new RequirementLink(finding.Requirement.Id, anchor, Statement(finding)));
    }

    public PageView Build() => new()
    {
        Report = report,
        Classes = [.. report.Classes.Select(Class)],
        Effects = Effects(Verdict.Fail),
        Tolerated = Effects(Verdict.Warn),
        Untested = [.. NotTested.In(report).Select(Untested)],
        AreaCounts = AreaCount.In(report, phrases),
        Times = report.Subject == ReportSubject.Endpoint ? ResponseTime.In(report) : [],
        Data = report.Subject == ReportSubject.Endpoint ? DataFigures.In(report) : null,
        Created = [.. report.Created.Where(c => c.MayExist)],
        Causes = [.. report.Causes.Select(Cause)],
        Areas = [.. report.Findings.Zip(anchors).GroupBy(pair => Area.Of(pair.First.Requirement.Id, phrases)).Select(Group)],
        ShownBy = report.Findings.Zip(anchors)
            .Where(pair => IsViolation(pair.First) && pair.First.Exchange is not null)
            .ToLookup(pair => pair.First.Exchange!.Value, pair => new RequirementLink(Wording.Name(pair.First), pair.Second, Statement(pair.First))),
        Evidence = [.. exchanges.Values.OrderBy(e => e.Number).Select(ExchangeView.Of)],
        Style = Inline.Of("report.css"),
        Script = Inline.Of("report.js"),
    };

    AreaView Group(IGrouping<Area, (Finding Finding, string Anchor)> group)
    {
        var all = group.OrderBy(pair => AreaView.Gravity(pair.Finding.Verdict)).ToList();
        return new AreaView(
            $"area-{group.Key.Key}",
            group.Key.Title,
            [.. all.Where(pair => IsViolation(pair.Finding)).Select(pair => View(pair.Finding, pair.Anchor))],
            [.. group.Where(pair => !IsViolation(pair.Finding)).Select(pair => View(pair.Finding, pair.Anchor))]);
    }

    FindingView View(Finding finding, string anchor)
    {
        var blockedBy = finding.BlockedBy is { } id ? Link(id) : null;
        if (!IsViolation(finding) || Evidence(finding) is not { } exchange)
            return new FindingView(anchor, finding, null, null, null, blockedBy);
        return new FindingView(
            anchor,
            finding,
            ExchangeView.Of(exchange),
            VisibleText.Of(CurlCommand.For(exchange, report.Target.ApiKey)),
            excerpter.Around(exchange, finding.Line, finding.Pointer),
            blockedBy);
    }

    CauseView Cause(Cause cause, int index)
    {
        var shown = cause.Findings.Where(i => i >= 0 && i < report.Findings.Count).ToList();
        return new CauseView(
            $"cause-{index + 1}",
            cause,
            Title(cause, shown),
            Link(cause.Requirement),
            shown.Count > 0 ? report.Findings[shown[0]] : null,
            [.. shown.Select(i => new RequirementLink(Wording.Name(report.Findings[i]), anchors[i], Statement(report.Findings[i])))],
            Links(cause.Blocked),
            [.. cause.Exchanges.Where(exchanges.ContainsKey)]);
    }

    // What was found is told in English; what it violates is not.
    Registered Title(Cause cause, List<int> shown) => phrases.Language != Language.English && shown.Count > 0 && report.Findings[shown[0]].Requirement is var requirement && requirement.Id == cause.Requirement
        ? Registered.Statement(requirement, phrases)
        : new(cause.Headline, phrases.Language != Language.English);

    string Statement(Finding finding) => Registered.Statement(finding.Requirement, phrases).Text;

    ClassView Class(ClassResult result)
    {
        var title = Registered.ClassTitle(result, phrases);
        return new ClassView(result, title.Text, title.IsForeign, Said.Of(result.Why, phrases), Links(result.Failed));
    }

    UntestedView Untested(NotTested group)
    {
        if (group.BlockedBy is { } cause)
            return new UntestedView(group.Verdict, phrases.Say("blocked-because", ("requirement", cause)), false, Links(group.Requirements));
        var reason = Said.Of(group.Reason, phrases);
        return new UntestedView(group.Verdict, reason.Text, reason.IsForeign, Links(group.Requirements));
    }

    List<EffectView> Effects(Verdict verdict) =>
    [
        .. report.Findings
            .Where(f => f.Verdict == verdict)
            .GroupBy(f => Registered.Effect(f.Requirement, phrases))
            .Select(g => new EffectView(g.Key.Text, g.Key.IsForeign, Links([.. g.Select(f => f.Requirement.Id).Distinct(StringComparer.Ordinal)]))),
    ];

    IReadOnlyList<RequirementLink> Links(IReadOnlyList<string> ids) => [.. ids.Select(Link)];

    RequirementLink Link(string id) => links.GetValueOrDefault(id) ?? new RequirementLink(id, null, null);

    Exchange? Evidence(Finding finding) => finding.Exchange is { } number ? exchanges.GetValueOrDefault(number) : null;

    static bool IsViolation(Finding finding) => finding.Verdict is Verdict.Fail or Verdict.Warn;

    static string[] Anchors(IReadOnlyList<Finding> findings)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding =>
        {
            var id = string.Concat(finding.Requirement.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '-'));
            var anchor = finding.Format is { } format ? $"{id}-{format.Extension()}" : id;
            var times = used[anchor] = used.GetValueOrDefault(anchor) + 1;
            return times == 1 ? anchor : $"{anchor}-{times}";
        })];
    }
}
