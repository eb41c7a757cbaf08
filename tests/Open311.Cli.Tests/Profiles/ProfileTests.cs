using System.Text.Json;
using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;
using Open311.Conformance.Profiles;
using Open311.Conformance.Requirements;
using VerifyNUnit;

namespace Open311.Cli.Tests.Profiles;

/// <summary>A run is held against what a buyer asks for.</summary>
public sealed class ProfileTests
{
    static readonly RequirementCatalog catalog = RequirementCatalog.Load();
    static readonly DateTimeOffset now = new(2026, 11, 23, 12, 34, 56, TimeSpan.Zero);

    [Test]
    public void Shipped_profiles_can_be_used_and_name_each_other()
    {
        ProfileBook.Shipped.Should().Equal("citysdk", "georeport-v2-full", "georeport-v2-read");
        var full = ProfileBook.Load("georeport-v2-full", catalog);
        full.Demands.Where(d => d.Duty == Duty.Mandatory).Select(d => d.Name).Should().BeEquivalentTo(["discovery", "read-xml", "read-json", "write"]);
        full.Demands.Select(d => d.Name).Should().OnlyHaveUniqueItems().And.Contain("ext-paging", "it is inherited");
    }

    [TestCase("mandatory", ClassState.Granted, true)]
    [TestCase("mandatory", ClassState.Refused, false)]
    [TestCase("mandatory", ClassState.NotTested, null)]
    [TestCase("if-implemented", ClassState.Refused, false)]
    [TestCase("if-implemented", ClassState.NotTested, true)]
    [TestCase("recommended", ClassState.Refused, true)]
    [TestCase("recommended", ClassState.NotTested, true)]
    public void A_class_counts_as_its_duty_says(string duty, ClassState state, bool? met) =>
        Judge($"name: x\ntitle: X\n{duty}:\n  classes: [read-xml]\n", state).Met.Should().Be(met);

    [Test]
    public void What_is_not_offered_violates_nothing_though_what_it_requires_is_refused()
    {
        var verdict = Judge("name: x\ntitle: X\nmandatory:\n  classes: [read-xml]\nif-implemented:\n  classes: [ext-paging]\n", ClassState.Refused);

        verdict.Results.Single(r => r.Demand.Name == "read-xml").Should().Match<DemandResult>(r => r.State == DemandState.Violated && r.Violated.Count == 1 && r.Exchange == 1);
        verdict.Results.Single(r => r.Demand.Name == "ext-paging").Should().Match<DemandResult>(r => r.State == DemandState.NotImplemented && r.Violated.Count == 0 && r.Exchange == null);
    }

    [TestCase("2026-11-23", true)]
    [TestCase("2026-11-22", false)]
    public void A_waiver_holds_to_the_end_of_its_last_day(string day, bool met)
    {
        var verdict = Judge($"name: x\ntitle: X\nmandatory:\n  classes: [read-xml]\nwaivers:\n- requirement: GR2-SVC-001\n  owner: Ada\n  reason: next release\n  expires: {day}\n", ClassState.Refused);
        verdict.Met.Should().Be(met);
        verdict.Results[0].State.Should().Be(met ? DemandState.Waived : DemandState.Violated);
        verdict.Expired.Should().HaveCount(met ? 0 : 1);
    }

    [Test]
    public void A_waiver_of_something_else_does_not_help() =>
        Judge("name: x\ntitle: X\nmandatory:\n  classes: [read-xml]\nwaivers:\n- requirement: GR2-SVC-002\n  owner: Ada\n  reason: r\n  expires: 2027-01-01\n", ClassState.Refused).Met.Should().BeFalse();

    [TestCase(Verdict.Pass, true)]
    [TestCase(Verdict.Fail, false)]
    [TestCase(Verdict.Inconclusive, null)]
    [TestCase(Verdict.NotApplicable, null)]
    public void A_requirement_counts_by_its_findings(Verdict verdict, bool? met) =>
        Judge("name: x\ntitle: X\nmandatory:\n  requirements: [GR2-SVC-001]\n", ClassState.Granted, verdict).Met.Should().Be(met);

    [TestCase("name: x\n", "p.yaml(1,1): x: 'title' is missing.")]
    [TestCase("name: x\ntitle: X\n", "p.yaml(1,1): x: the profile asks for nothing, expected 'mandatory', 'recommended', 'if-implemented' or 'extends'.")]
    [TestCase("name: x\ntitle: X\nmandatory:\n  classes: [read-xlm]\n", "p.yaml(4,13): x: there is no conformance class 'read-xlm'; did you mean 'read-xml'?")]
    [TestCase("name: x\ntitle: X\nmandatory:\n  requirements: [GR2-SVC-999]\n", "p.yaml(4,18): x: there is no requirement 'GR2-SVC-999'; the nearest are *")]
    [TestCase("name: x\ntitle: X\nextends: georeport-v2-reed\n", "p.yaml(3,10): x: extends names 'georeport-v2-reed', expected a shipped profile or a file; did you mean 'georeport-v2-read'?; shipped are *")]
    [TestCase("name: x\ntitle: X\nextends: p.yaml\n", "p.yaml(3,10): x: the profiles extend each other in a circle: p.yaml -> p.yaml.")]
    [TestCase("name: x\ntitle: X\nextends: q.yaml\n", "q.yaml(3,10): q: the profiles extend each other in a circle: p.yaml -> q.yaml -> p.yaml.")]
    [TestCase("name: x\ntitle: X\nextends: citysdk\nwaivers:\n- requirement: GR2-SVC-001\n  owner: Ada\n  reason: r\n  expires: 2026-02-30\n", "p.yaml(8,12): the waiver of GR2-SVC-001: expires is '2026-02-30', expected a day such as 2027-01-31.")]
    [TestCase("name: x\ntitle: X\nextends: citysdk\nwaivers:\n- requirement: GR2-SVC-001\n  reason: r\n  expires: 2027-01-31\n", "p.yaml(5,3): the waiver of GR2-SVC-001: 'owner' is missing.")]
    [TestCase("name: x\ntitle: X\nmandatry: {}\n", "p.yaml(3,1): x: 'mandatry' is not a known key; did you mean 'mandatory'?")]
    [TestCase("name: x\ntitle: X\nmandatory:\n  classes: [read-xml]\nrecommended:\n  classes: [read-xml]\n", "p.yaml(1,1): x: 'read-xml' is asked for twice: as mandatory and as recommended.")]
    public async Task What_cannot_be_used_is_told_with_its_place(string yaml, string sentence)
    {
        using var console = new FakeConsole();
        console.WriteFile("p.yaml", yaml);
        console.WriteFile("q.yaml", "name: q\ntitle: Q\nextends: p.yaml\n");

        var exitCode = await console.RunAsync(new FakeRooms(), "check", "--profile", "p.yaml");

        exitCode.Should().Be(2);
        console.ErrorText.ToString().TrimEnd().Should().Match($"Error: {sentence.Replace("[", "\\[", StringComparison.Ordinal)}");
    }

    [Test]
    public async Task A_name_that_is_neither_a_file_nor_shipped_is_told()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "check", "--profile", "georeport-v2-rea")).Should().Be(2);
        console.ErrorText.ToString().Should().Be("Error: --profile: There is neither a file nor a shipped profile 'georeport-v2-rea'. Did you mean 'georeport-v2-read'? Shipped are: citysdk, georeport-v2-full, georeport-v2-read.\n");
    }

    [TestCase(ClassState.Granted, 0, "Meets the profile georeport-v2-read.")]
    [TestCase(ClassState.Refused, 1, "Does not meet the profile georeport-v2-read: 1 demand is violated.")]
    [TestCase(ClassState.NotTested, 3, "It could not be told whether the profile georeport-v2-read is met: 1 mandatory demand could not be exercised.")]
    public async Task The_exit_code_says_whether_it_is_met(ClassState state, int exitCode, string sentence)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = run => Task.FromResult(Report(Sample.Report(run), state, state == ClassState.Refused ? Verdict.Fail : Verdict.Pass));

        (await console.RunAsync(rooms, "check", "--profile", "georeport-v2-read", "--quiet")).Should().Be(exitCode);

        console.OutText.ToString().Should().StartWith(sentence + "\n");
        rooms.FakeReports.Written!.Profile!.Results.Should().NotBeEmpty("reports tell the verdict, too");
    }

    [TestCase("en")]
    [TestCase("de")]
    public async Task Prints_a_clause_for_a_contract(string language)
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "clause", "georeport-v2-full", "--lang", language)).Should().Be(0);
        var settings = new VerifySettings();
        settings.ScrubLinesWithReplace(line => System.Text.RegularExpressions.Regex.Replace(line, "[0-9a-f]{64}", "HASH"));
        await Verifier.Verify(console.OutText.ToString(), "md", settings);
    }

    static ProfileVerdict Judge(string yaml, ClassState state, Verdict verdict = Verdict.Fail)
    {
        var folder = Directory.CreateTempSubdirectory("open311-profile-");
        try
        {
            var file = new FileInfo(Path.Combine(folder.FullName, "p.yaml"));
            File.WriteAllText(file.FullName, yaml);
            var run = Sample.Report(new FakeRun(new() { Endpoint = new Uri("http://a.example") }, new(), new FakeSuite(), new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now), new Progress<Open311.Conformance.Running.RunProgress>(), CancellationToken.None));
            return new ProfileJudge(catalog).Judge(ProfileBook.Load(file, "p.yaml", catalog), Report(run, state, verdict));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static RunReport Report(RunReport run, ClassState state, Verdict verdict) => run with
    {
        Started = now,
        Classes = [new ClassResult("read-xml", "Reading in XML", state, "Because.", 1, 1, 0, state == ClassState.Refused ? ["GR2-SVC-001"] : [], [], []), new ClassResult("ext-paging", "Paging", ClassState.NotTested, "Not offered.", 0, 0, 0, [], [], [])],
        Findings = [new Finding { Requirement = catalog["GR2-SVC-001"], Verdict = verdict, Message = "It is so.", Exchange = 1 }],
    };
}
