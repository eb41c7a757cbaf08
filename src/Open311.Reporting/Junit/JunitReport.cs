using System.Globalization;
using System.Text;
using System.Xml;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Reporting.Areas;
using Open311.Reporting.Languages;
using Open311.Reporting.Summaries;
using Open311.Reporting.Text;

namespace Open311.Reporting.Junit;

/// <summary>Writes <c>report.junit.xml</c>: a suite for each area, a test case for each finding, in the dialect CI systems agree on.</summary>
static class JunitReport
{
    /// <param name="report">A clean report whose invisible characters are written out: XML forbids most of them.</param>
    /// <param name="output">UTF-8 without a byte order mark.</param>
    public static void Write(RunReport report, Stream output)
    {
        var suites = report.Findings
            .GroupBy(finding => Area.Of(finding.Requirement.Id, Phrases.In(Language.English)))
            .Select(group => new JunitSuite(group.Key.Title, [.. group.Select(finding => Case(report, finding))]))
            .Prepend(new JunitSuite($"The profile {report.Profile?.Profile.Name}", [.. Profile(report)]))
            .Prepend(new JunitSuite("The run", [.. Run(report)]))
            .Where(suite => suite.Cases.Count > 0)
            .ToList();
        var cases = suites.SelectMany(suite => suite.Cases).ToList();

        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", XmlSafe.Text($"{Wording.Title(report)}: {Wording.TargetTitle(report)}"));
        Counts(xml, cases);
        xml.WriteAttributeString("time", Seconds(report.Finished - report.Started));
        foreach (var suite in suites)
            Suite(xml, suite, report);
        xml.WriteEndElement();
    }

    static IEnumerable<JunitCase> Run(RunReport report)
    {
        const string place = "open311.run";
        if (!report.Preflight.IsReady)
            yield return new JunitCase(place, $"The {Wording.Subject(report)} can be tested", JunitState.Error, report.Preflight.Message, report.Preflight.Advice);
        else if (report.Outcome == RunOutcome.CouldNotTest)
            yield return new JunitCase(place, $"The {Wording.Subject(report)} can be tested", JunitState.Error, Wording.Explanation(report), null);
        if (report.Incomplete is { } incomplete)
            yield return new JunitCase(place, "The run is complete", JunitState.Error, incomplete, null);
        if (report.Created.Where(c => c.MayExist).ToList() is { Count: > 0 } created)
        {
            var lines = created.Select(c => $"{c.Mark}: service_code {c.ServiceCode}, service_request_id {c.ServiceRequestId ?? "unknown"}{(c.Token is { } token ? $", token {token}" : "")}");
            yield return new JunitCase(place, $"Test records to remove: {created.Count}", JunitState.Passed, null, string.Join('\n', lines));
        }

        foreach (var (number, error) in report.Errors.Index())
            yield return new JunitCase(place, $"The suite runs without errors of its own ({number + 1})", JunitState.Error, error, null);
    }

    static IEnumerable<JunitCase> Profile(RunReport report)
    {
        const string place = "open311.profile";
        foreach (var result in report.Profile?.Results ?? [])
        {
            var state = result.IsRed ? JunitState.Failed : result.IsOpen ? JunitState.Error : result.State is DemandState.NotExercised or DemandState.NotImplemented ? JunitState.Skipped : JunitState.Passed;
            yield return new JunitCase(place, $"{result.Demand.Duty.Word()}: {result.Demand.Name}", state, state == JunitState.Passed ? null : result.Why, state == JunitState.Passed ? $"{result.State.Word()}: {result.Why}" : null);
        }

        foreach (var waiver in report.Profile?.Expired ?? [])
            yield return new JunitCase(place, $"waiver: {waiver.Requirement}", JunitState.Failed, $"It expired on {waiver.Expires:yyyy-MM-dd}; {waiver.Owner} answers for it: {waiver.Reason}", null);
    }

    static JunitCase Case(RunReport report, Finding finding)
    {
        var name = $"{Wording.Name(finding)}: {finding.Requirement.Statement}";
        var place = $"open311.{finding.Requirement.Id}";
        return finding.Verdict switch
        {
            Verdict.Pass => new(place, name, JunitState.Passed, null, null),
            Verdict.Fail => new(place, name, JunitState.Failed, finding.Message, Details(report, finding)),
            Verdict.Warn when report.Settings.Strict => new(place, name, JunitState.Failed, finding.Message, Details(report, finding)),
            Verdict.Warn => new(place, name, JunitState.Passed, null, $"Warning: {finding.Message}\n{Details(report, finding)}"),
            Verdict.Info => new(place, name, JunitState.Passed, null, finding.Message),
            _ => new(place, name, JunitState.Skipped, $"{finding.Verdict.Word()}: {finding.Message}", null),
        };
    }

    static string Details(RunReport report, Finding finding)
    {
        var exchange = report.Exchanges.FirstOrDefault(e => e.Number == finding.Exchange && e.Number > 0);
        (string Label, string? Text)[] parts =
        [
            ("Expected", finding.Expected),
            ("Received", finding.Actual),
            ("Where", finding.Pointer),
            ("Fix", finding.Fix),
            ("Clause", finding.Requirement.Clause),
            ("Request", exchange is null ? null : VisibleText.Of(CurlCommand.For(exchange, report.Target.ApiKey))),
        ];
        return string.Join('\n', parts.Where(part => part.Text is { Length: > 0 }).Select(part => $"{part.Label}: {part.Text}"));
    }

    static void Suite(XmlWriter xml, JunitSuite suite, RunReport report)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Name);
        Counts(xml, suite.Cases);
        xml.WriteAttributeString("skipped", Number(suite.Cases.Count(c => c.State == JunitState.Skipped)));
        xml.WriteAttributeString("timestamp", report.Started.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", "0");
        foreach (var item in suite.Cases)
            item.WriteTo(xml);
        xml.WriteEndElement();
    }

    static void Counts(XmlWriter xml, IReadOnlyList<JunitCase> cases)
    {
        xml.WriteAttributeString("tests", Number(cases.Count));
        xml.WriteAttributeString("failures", Number(cases.Count(c => c.State == JunitState.Failed)));
        xml.WriteAttributeString("errors", Number(cases.Count(c => c.State == JunitState.Error)));
    }

    static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
