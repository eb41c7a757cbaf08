using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Redaction;
using Open311.Reporting.Summaries;
using Open311.Reporting.Text;

namespace Open311.Reporting;

/// <summary>What a person reads in ten seconds, as plain text without colour codes.</summary>
public static class PlainSummary
{
    const int TopCauses = 5;
    const int TopReasons = 5;

    /// <summary>Verdict, classes, counts, the gravest causes and what was not tested; lines of about 80 columns at most.</summary>
    /// <param name="report">The run. Secrets and control characters in it do not reach the lines.</param>
    public static IReadOnlyList<string> Lines(RunReport report)
    {
        var clean = CleanReport.Of(report, SecretMask.For(report.Target)).MapTexts(text => VisibleText.OneLine(Bounded.Short(text, 300)));
        return [.. Head(clean), .. Profile(clean), .. Classes(clean), .. Counts(clean), .. Causes(clean), .. Untested(clean), .. Created(clean), .. Errors(clean)];
    }

    static IEnumerable<string> Head(RunReport report)
    {
        var title = Bounded.Short(VisibleText.OneLine(Wording.TargetTitle(report)), 150);
        foreach (var line in TextWrap.Lines(title, $"{Wording.Verdict(report).ToUpperInvariant()}  ", "  "))
            yield return line;
        foreach (var line in TextWrap.Lines(Wording.Explanation(report), "  "))
            yield return line;
        if (!report.Preflight.IsReady && report.Preflight.Advice is { } advice)
        {
            foreach (var line in TextWrap.Lines(advice, "  What to do: ", "  "))
                yield return line;
        }

        if (report.Incomplete is { } incomplete)
        {
            foreach (var line in TextWrap.Lines(incomplete, "  INCOMPLETE: ", "  "))
                yield return line;
        }
    }

    static IEnumerable<string> Profile(RunReport report)
    {
        if (report.Profile is not { } verdict)
            yield break;
        yield return "";
        yield return $"Profile {verdict.Profile.Name}";
        foreach (var result in verdict.Results.Where(r => r.State is not (DemandState.Met or DemandState.NotImplemented)))
        {
            foreach (var line in TextWrap.Lines(Bounded.Short(result.Why, 150), $"  {result.State.Word(),-13}  {result.Demand.Duty.Word()} {result.Demand.Name}  "))
                yield return line;
        }
    }

    static IEnumerable<string> Classes(RunReport report)
    {
        if (report.Classes.Count == 0)
            yield break;
        yield return "";
        yield return "Classes";
        var judged = report.Classes.Where(c => c.Judged).ToList();
        var width = judged.Select(c => c.Name.Length).DefaultIfEmpty().Max();
        foreach (var item in judged)
        {
            var start = $"  {item.State.Word(),-10}  {item.Name.PadRight(width)}  ";
            foreach (var line in TextWrap.Lines(Bounded.Short(item.Why, 150), start))
                yield return line;
        }

        foreach (var line in NotJudged(report))
            yield return line;
    }

    // One line for all of them: what the release cannot say concerns nobody's server.
    static IEnumerable<string> NotJudged(RunReport report)
    {
        var names = report.Classes.Where(c => !c.Judged).Select(c => c.Name).ToList();
        return names.Count == 0 ? [] : TextWrap.Lines($"{string.Join(", ", names)}.", "  not judged by this release: ", "    ");
    }

    static IEnumerable<string> Counts(RunReport report)
    {
        if (report.Summary.Musts == 0)
            yield break;
        var s = report.Summary;
        yield return "";
        yield return Wording.Headline(report) + ".";
        (int Count, string Word)[] rest = [(s.Info, "info"), (s.Inconclusive, "inconclusive"), (s.NotApplicable, "not-applicable"), (s.Skipped, "skipped")];
        var counts = $"{s.Pass} pass, {s.Fail} fail, {s.Warn} warn"
            + string.Concat(rest.Where(r => r.Count > 0).Select(r => $", {r.Count} {r.Word}"))
            + $"; {Wording.Count(s.Exchanges, "exchange")}.";
        foreach (var line in TextWrap.Lines(counts))
            yield return line;
    }

    static IEnumerable<string> Causes(RunReport report)
    {
        if (report.Causes.Count == 0)
            yield break;
        yield return "";
        yield return "Causes";
        foreach (var cause in report.Causes.Take(TopCauses))
        {
            var blocked = cause.Blocked.Count == 0 ? "" : $" (blocks {Wording.Count(cause.Blocked.Count, "requirement")})";
            foreach (var line in TextWrap.Lines($"{cause.Requirement}: {cause.Headline}{blocked}", $"  {cause.Verdict.Word()}  "))
                yield return line;
            if (cause.Findings.Count > 0 && report.Findings.ElementAtOrDefault(cause.Findings[0])?.Fix is { } fix)
            {
                foreach (var line in TextWrap.Lines(Bounded.Short(fix, 150), "        Fix: "))
                    yield return line;
            }
        }

        if (report.Causes.Count > TopCauses)
            yield return $"  and {report.Causes.Count - TopCauses} more in the report.";
    }

    static IEnumerable<string> Untested(RunReport report)
    {
        var groups = NotTested.In(report);
        if (groups.Count == 0)
            yield break;
        yield return "";
        yield return "Not tested";
        foreach (var group in groups.Take(TopReasons))
        {
            foreach (var line in TextWrap.Lines(Bounded.Short(group.Reason, 150), $"  {group.Requirements.Count,4}  {group.Verdict.Word(),-14}  "))
                yield return line;
        }

        if (groups.Count > TopReasons)
            yield return $"        for {Wording.Count(groups.Count - TopReasons, "further reason")}: see the report.";
    }

    static IEnumerable<string> Created(RunReport report)
    {
        var due = report.Created.Where(c => c.MayExist).ToList();
        if (due.Count == 0)
            yield break;
        yield return "";
        yield return $"Test records to remove: {due.Count} (every id is in the reports)";
        foreach (var line in TextWrap.Lines(string.Join(", ", due.Take(TopReasons).Select(c => c.ServiceRequestId ?? c.Token ?? c.Mark)) + (due.Count > TopReasons ? $" and {due.Count - TopReasons} more" : ""), "  "))
            yield return line;
    }

    static IEnumerable<string> Errors(RunReport report)
    {
        if (report.Errors.Count == 0)
            yield break;
        yield return "";
        yield return "Errors of the run itself (faults of this tool, no verdict on the endpoint)";
        foreach (var line in report.Errors.Take(TopReasons).SelectMany(error => TextWrap.Lines(error, "  ")))
            yield return line;
        if (report.Errors.Count > TopReasons)
            yield return $"  and {report.Errors.Count - TopReasons} more in the report.";
    }
}
