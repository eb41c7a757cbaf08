using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Protocol;

namespace Open311.Cli.Tests.Checking;

/// <summary>Known failures are green, and every change is red.</summary>
public sealed class BaselineTests
{
    const string Known = "known:\n- requirement: GR2-SVC-001\n  format: xml\n  owner: Ada\n  reason: next release\n  expires: 2026-11-23\n";

    static readonly RequirementCatalog catalog = RequirementCatalog.Load();

    [Test]
    public async Task A_known_failure_is_green()
    {
        var (exitCode, told, _) = await CheckAsync(Known, ("GR2-SVC-001", DataFormat.Xml, Verdict.Fail));
        exitCode.Should().Be(0);
        told.Should().StartWith("Baseline known.yaml: 0 new, 0 stale, 0 expired, 1 known.\n");
    }

    [TestCase(DataFormat.Xml, Verdict.Fail, 1, TestName = "A_new_failure_is_red")]
    [TestCase(DataFormat.Xml, Verdict.Pass, 0, TestName = "What_passes_is_no_failure")]
    public async Task A_failure_that_is_not_known_is_red(DataFormat format, Verdict verdict, int expected)
    {
        var (exitCode, told, _) = await CheckAsync(Known, ("GR2-SVC-001", DataFormat.Xml, Verdict.Fail), ("GR2-SVC-002", format, verdict));
        exitCode.Should().Be(expected);
        told.Contains("  new      GR2-SVC-002 xml: It is so.", StringComparison.Ordinal).Should().Be(expected == 1);
    }

    [Test]
    public async Task The_same_failure_in_another_format_is_new()
    {
        var (exitCode, told, _) = await CheckAsync(Known, ("GR2-SVC-001", DataFormat.Xml, Verdict.Fail), ("GR2-SVC-001", DataFormat.Json, Verdict.Fail));
        exitCode.Should().Be(1);
        told.Should().Contain("new      GR2-SVC-001 json");
    }

    [Test]
    public async Task A_stale_entry_is_red()
    {
        var (exitCode, told, _) = await CheckAsync(Known, ("GR2-SVC-001", DataFormat.Xml, Verdict.Pass));
        exitCode.Should().Be(1);
        told.Should().Contain("stale    GR2-SVC-001 xml: it is met now");
    }

    [Test]
    public async Task What_was_not_exercised_is_not_stale()
    {
        var (exitCode, told, _) = await CheckAsync(Known, ("GR2-SVC-001", DataFormat.Xml, Verdict.Inconclusive));
        exitCode.Should().Be(0);
        told.Should().Contain("1 not exercised");
    }

    [Test]
    public async Task An_expired_entry_is_red()
    {
        var (exitCode, told, _) = await CheckAsync(Known.Replace("2026-11-23", "2026-11-22", StringComparison.Ordinal), ("GR2-SVC-001", DataFormat.Xml, Verdict.Fail));
        exitCode.Should().Be(1);
        told.Should().Contain("expired  GR2-SVC-001 xml: its day was 2026-11-22; Ada answers for it (next release).");
    }

    [Test]
    public async Task Warnings_count_with_strict_only()
    {
        (await CheckAsync("known: []\n", ("GR2-SVC-001", DataFormat.Xml, Verdict.Warn))).ExitCode.Should().Be(0);
        (await CheckAsync("known: []\n", ["--strict"], ("GR2-SVC-001", DataFormat.Xml, Verdict.Warn))).ExitCode.Should().Be(1);
    }

    [Test]
    public async Task It_is_written_anew_and_keeps_who_answers_for_what_stays()
    {
        var (exitCode, told, file) = await CheckAsync(
            Known + "- requirement: GR2-SVC-003\n  owner: Bob\n  reason: 'a \"quoted\" reason: # with signs'\n  expires: 2027-01-01\n",
            ["--update-baseline"],
            ("GR2-SVC-001", DataFormat.Xml, Verdict.Pass),
            ("GR2-SVC-002", DataFormat.Json, Verdict.Fail),
            ("GR2-SVC-003", DataFormat.Xml, Verdict.Fail));
        exitCode.Should().Be(0);
        told.Should().StartWith("Baseline: known.yaml holds 2 known failures: 1 new, 1 kept, 1 removed.\n");
        file.Should().Be("""
            # Failures known of an endpoint, for 'open311 check --baseline FILE'; 'open311 explain ID' says what each is about.
            known:
            - requirement: GR2-SVC-002
              format: json
              owner: "nobody yet"
              reason: "not explained yet"
              expires: 2027-02-21
            - requirement: GR2-SVC-003
              owner: "Bob"
              reason: "a \"quoted\" reason: # with signs"
              expires: 2027-01-01

            """);
        (await CheckAsync(file, ("GR2-SVC-002", DataFormat.Json, Verdict.Fail), ("GR2-SVC-003", DataFormat.Xml, Verdict.Fail))).ExitCode.Should().Be(0, "what was written is read");
    }

    [Test]
    public async Task A_first_baseline_is_written_where_there_is_none()
    {
        var (exitCode, _, file) = await CheckAsync(null, ["--update-baseline"], ("GR2-SVC-001", DataFormat.Xml, Verdict.Fail));
        exitCode.Should().Be(0);
        file.Should().Contain("requirement: GR2-SVC-001");
    }

    [TestCase("known:\n- requirement: GR2-SVC-001\n  owner: Ada\n  reason: r\n  expires: soon\n", "known.yaml(5,12): the entry of GR2-SVC-001: expires is 'soon', expected a day such as 2027-01-31.")]
    [TestCase("known:\n- requirement: GR2-SVC-001\n  owner: Ada\n  expires: 2027-01-31\n", "known.yaml(2,3): the entry of GR2-SVC-001: 'reason' is missing.")]
    [TestCase("known:\n- requirement: GR2-XXX-001\n  owner: Ada\n  reason: r\n  expires: 2027-01-31\n", "known.yaml(2,16): the entry of GR2-XXX-001: There is no requirement 'GR2-XXX-001'; *")]
    [TestCase("knwon: []\n", "known.yaml(1,1): a baseline: 'known' is missing; is 'knwon' a misspelling of it?")]
    [TestCase("known: [\n", "known.yaml(*): this is not valid YAML: *")]
    [TestCase(null, "--baseline: There is no file 'known.yaml'; write one by --update-baseline, in a folder that exists.")]
    public async Task What_cannot_be_used_is_told_with_its_place(string? yaml, string sentence)
    {
        var (exitCode, told, _) = await CheckAsync(yaml, ("GR2-SVC-001", DataFormat.Xml, Verdict.Fail));
        exitCode.Should().Be(2);
        told.TrimEnd().Should().Match($"Error: {sentence}");
    }

    [Test]
    public async Task What_belongs_together_is_asked_for_together()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "check", "--update-baseline")).Should().Be(2);
        (await console.RunAsync(new FakeRooms(), "check", "--sign", "k.pem")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("--update-baseline: There is no file to write; name it by --baseline.").And.Contain("--sign: There is no bundle; name it by --bundle.");
    }

    static Task<(int ExitCode, string Told, string File)> CheckAsync(string? yaml, params (string Id, DataFormat Format, Verdict Verdict)[] findings) => CheckAsync(yaml, [], findings);

    static async Task<(int ExitCode, string Told, string File)> CheckAsync(string? yaml, string[] more, params (string Id, DataFormat Format, Verdict Verdict)[] findings)
    {
        using var console = new FakeConsole();
        if (yaml is not null)
            console.WriteFile("known.yaml", yaml);
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = run => Task.FromResult(Sample.Report(run, findings.Any(f => f.Verdict == Verdict.Fail) ? RunOutcome.Nonconformant : RunOutcome.Conformant) with
        {
            Findings = [.. findings.Select(f => new Finding { Requirement = catalog[f.Id], Format = f.Format, Verdict = f.Verdict, Message = "It is so." })],
        });
        var exitCode = await console.RunAsync(rooms, ["check", "--baseline", "known.yaml", "--quiet", .. more]);
        var file = Path.Combine(console.WorkingDirectory, "known.yaml");
        return (exitCode, console.AllText, File.Exists(file) ? await File.ReadAllTextAsync(file) : "");
    }
}
