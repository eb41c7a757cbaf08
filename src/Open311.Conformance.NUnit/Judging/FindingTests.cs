using Open311.Conformance.Findings;
using Open311.Protocol;
using Open311.Reporting.Summaries;

namespace Open311.Conformance.NUnit.Judging;

/// <summary>Finds for each test the findings that it tells, so that none is told by no test.</summary>
/// <param name="report">The run.</param>
/// <param name="tests">The formats that there are tests in, by requirement.</param>
/// <param name="texts">The findings in words.</param>
/// <param name="pardon">What of them does not fail.</param>
sealed class FindingTests(RunReport report, IReadOnlyDictionary<string, IReadOnlyList<string>> tests, FindingTexts texts, Pardon pardon)
{
    readonly ILookup<string, (Finding Finding, int Index)> byRequirement =
        report.Findings.Select((finding, index) => (finding, index)).ToLookup(f => f.finding.Requirement.Id, StringComparer.Ordinal);

    /// <summary>The verdict of one requirement in one format.</summary>
    public TestVerdict Of(string requirement, string format)
    {
        var all = byRequirement[requirement].ToList();
        var own = all.Where(f => Word(f.Finding) == format).ToList();

        // What the run says in a format that has no test of its own, or in none, is told by the requirement's first.
        if (tests[requirement][0] == format)
            own.AddRange(all.Where(f => !tests[requirement].Contains(Word(f.Finding))));
        if (own.Count == 0)
            own.AddRange(all.Where(f => f.Finding.Format is null));
        if (own.Count == 0)
            return new(TestState.Ignored, $"not-applicable: Nothing in this run concerned {requirement} in {format.ToUpperInvariant()}.{WhyNoJson(format)}");
        var verdicts = own.Select(f => One(f.Finding, f.Index)).ToList();
        var gravest = verdicts.MinBy(v => Rank(v.State))!;
        return gravest with { Text = string.Join("\n\n", verdicts.Where(v => v.State == gravest.State).Select(v => v.Text)) };
    }

    TestVerdict One(Finding finding, int index)
    {
        var text = texts.Of(index);
        var isDemanded = report.Profile?.Results.Any(r => r.IsRed && r.Violated.Contains(finding.Requirement.Id)) ?? false;
        return finding.Verdict switch
        {
            Verdict.Pass or Verdict.Info => new(TestState.Passed, texts.Message(index)),
            Verdict.Inconclusive => new(TestState.Inconclusive, $"inconclusive: {texts.Message(index)}"),
            Verdict.NotApplicable or Verdict.Skipped => new(TestState.Ignored, $"{finding.Verdict.Word()}: {texts.Message(index)}"),
            Verdict.Warn when !report.Settings.Strict && !isDemanded => new(TestState.Warned, text),
            _ => pardon.Of(finding) is { } reason ? new(TestState.Warned, $"{reason}\n{text}") : new(TestState.Failed, text),
        };
    }

    string WhyNoJson(string format) =>
        format == DataFormat.Json.Extension() && report.Classes.FirstOrDefault(c => c is { Name: "read-json", State: ClassState.NotTested }) is { } json ? $" {json.Why}" : "";

    static string Word(Finding finding) => finding.Format?.Extension() ?? "";

    // What was exercised outranks what was not, as in the run.
    static int Rank(TestState state) => state switch
    {
        TestState.Failed => 0,
        TestState.Warned => 1,
        TestState.Passed => 2,
        TestState.Inconclusive => 3,
        _ => 4,
    };
}
