using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Open311.Conformance.Baselines;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.NUnit;
using Open311.Conformance.NUnit.Judging;
using Open311.Conformance.Profiles;
using Open311.Conformance.Running;
using Open311.Protocol;

namespace Open311.Target.Tests.Certifying;

/// <summary>What the tests of a broken app say, each by one run of the suite over it.</summary>
public sealed class CertificationTests
{
    const string Label = "GR2-ENC-002";
    const string Filter = "GR2-REQS-027";

    static readonly Suite suite = Suite.Load();
    RunReport report = null!;

    [OneTimeSetUp]
    public async Task JudgeAsync()
    {
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(BrokenCity.Configure);
        factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        factory.StartServer();
        var address = factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var reader = new OptionsReader(OwnApp.At(new Uri(address), new("/open311/v2") { Classes = ["discovery", "read-xml", "read-json"] }));
        var target = reader.Target(suite.Catalog);
        var settings = reader.Settings(target);
        await using var probe = new HttpProbe(settings, TimeProvider.System);
        report = await new ConformanceSuite(suite).RunAsync(target, settings, probe, TimeProvider.System);
    }

    [Test]
    public void A_failure_reads_like_the_report()
    {
        var verdict = Certification.Of(suite, report).Of(Filter, "json");

        verdict.State.Should().Be(TestState.Failed);
        verdict.Text.Split('\n').Select(line => line.Split(':')[0]).Should().ContainInOrder("Expected", "Received", "Where", "Clause", "Fix", "Request", "Answer");
        report.Target.Endpoint.Host.Should().Be("127.0.0.1");
        verdict.Text.Should().Contain("status").And.Contain("curl -sS").And.Contain("200 OK; Content-Type: application/json").And.Contain("open311.org/GeoReport_v2");
        // In a context of its own: a failure that is told counts, caught or not.
        using var aside = new global::NUnit.Framework.Internal.TestExecutionContext.IsolatedContext();
        FluentActions.Invoking(verdict.Tell).Should().Throw<AssertionException>().WithMessage("*Expected:*Fix:*");
    }

    [Test]
    public void Every_finding_is_told_by_a_test()
    {
        var certification = Certification.Of(suite, report);
        var told = RequirementTests.All().Select(t => (Id: (string)t.Arguments[0]!, Verdict: certification.Of((string)t.Arguments[0]!, (string)t.Arguments[1]!))).ToLookup(t => t.Id, t => t.Verdict.State);

        report.Findings.Select(f => f.Requirement.Id).Should().OnlyContain(id => told.Contains(id));
        told.Where(t => t.Contains(TestState.Failed)).Select(t => t.Key).Should()
            .BeEquivalentTo(report.Findings.Where(f => f.Verdict == Verdict.Fail).Select(f => f.Requirement.Id).Distinct()).And.Contain(Label, Filter);
        told.Where(t => t.Contains(TestState.Passed)).Should().HaveCountGreaterThan(50);
    }

    [TestCase(Verdict.Inconclusive, "Inconclusive", "inconclusive: ")]
    [TestCase(Verdict.NotApplicable, "Ignored", "not-applicable: ")]
    [TestCase(Verdict.Skipped, "Ignored", "skipped: ")]
    [TestCase(Verdict.Warn, "Warned", "")]
    [TestCase(Verdict.Info, "Passed", "")]
    public void Each_verdict_has_its_state_and_its_reason(Verdict verdict, string state, string prefix)
    {
        var finding = report.Findings.First(f => f.Requirement.Id == Filter && f.Format == DataFormat.Json);
        var changed = report with { Findings = [.. report.Findings.Select(f => f == finding ? f with { Verdict = verdict } : f)] };

        var told = Certification.Of(suite, changed).Of(Filter, "json");

        told.State.ToString().Should().Be(state);
        told.Text.Should().StartWith(prefix + finding.Message);
    }

    [Test]
    public void Known_failures_warn_until_their_day_and_mended_ones_make_the_baseline_stale()
    {
        var later = DateOnly.FromDateTime(report.Started.UtcDateTime).AddDays(30);
        Baseline known = new([new(Label, null, "A. Vendor", "mended in release 4", later), new(Filter, DataFormat.Json, "A. Vendor", "late", later.AddDays(-60)), new("GR2-SVC-001", null, "A. Vendor", "old", later)]);

        var certification = Certification.Of(suite, report, known);

        certification.Of(Label, "xml").State.Should().Be(TestState.Warned);
        certification.Of(Label, "xml").Text.Should().StartWith("Known until").And.Contain("A. Vendor answers for it: mended in release 4");
        certification.Of(Filter, "json").State.Should().Be(TestState.Failed, "its day is over");
        certification.Of(Filter, "xml").State.Should().Be(TestState.Failed, "only JSON is known");
        certification.OfBaseline().Should().Match<TestVerdict>(v => v.State == TestState.Failed && v.Text.Contains("GR2-SVC-001 is met now") && v.Text.Contains($"{Filter} json had to be mended by"));
    }

    [Test]
    public void What_a_profile_does_not_demand_warns()
    {
        var profile = new BuyerProfile("json-only", "JSON only", [new(Duty.Mandatory, true, "discovery"), new(Duty.Mandatory, false, Filter)], []);
        var held = report with { Profile = new ProfileJudge(suite.Catalog).Judge(profile, report) };

        var certification = Certification.Of(suite, held);

        certification.Of(Label, "xml").Should().Match<TestVerdict>(v => v.State == TestState.Warned && v.Text.StartsWith("The profile json-only does not demand this."));
        certification.Of(Filter, "json").State.Should().Be(TestState.Failed);
        certification.OfProfile().Should().Match<TestVerdict>(v => v.State == TestState.Failed && v.Text.Contains($"mandatory {Filter}: violated."));
    }

    [Test]
    public void Errors_of_the_run_fail_loudly()
    {
        Certification.Of(suite, report).OfRun().State.Should().Be(TestState.Passed);
        var broken = report with { Errors = ["The case x broke off: InvalidOperationException: y"] };

        Certification.Of(suite, broken).OfRun().Should().Match<TestVerdict>(v => v.State == TestState.Failed && v.Text.Contains("The case x broke off"));
    }

    [Test]
    public async Task A_server_that_is_not_there_is_no_verdict_but_a_reason()
    {
        var certification = await Certification.RunAsync(new("http://127.0.0.1:9/open311/v2"), CancellationToken.None);

        certification.WhyNot.Should().StartWith("The server could not be tested").And.Contain("127.0.0.1");
    }

    [Test]
    public async Task Reports_are_kept_with_a_baseline_of_what_fails_today()
    {
        var folder = Directory.CreateTempSubdirectory("open311-");
        var files = await ReportFiles.WriteAsync(report, null, folder, CancellationToken.None);

        files.Select(f => f.Name).Should().StartWith("report.html").And.EndWith("baseline.yaml");
        var known = Baseline.Read(files[^1], "baseline.yaml", suite.Catalog);
        Certification.Of(suite, report, known).Of(Filter, "json").State.Should().Be(TestState.Warned);
        folder.Delete(recursive: true);
    }
}
