using Open311.Conformance.Findings;
using Open311.Conformance.Targets;
using Open311.Mock.Serving;

namespace Open311.Cli.Tests.Verifying;

/// <summary>What a run found is found again in its bundle, and nothing else is.</summary>
[CancelAfter(240_000)]
public sealed class RoundTripTests
{
    [TestCase("")]
    [TestCase("dates-american")]
    [TestCase("xml-labelled-html")]
    [TestCase("personal-data")]
    [TestCase("list-wrapped-in-json")]
    public async Task A_city_is_judged_alike_from_its_bundle(string fault)
    {
        var known = Open311.Mock.Faults.FaultCatalog.Load().All.Select(f => f.Id).ToList();
        string[] faults = fault.Length == 0 ? [] : known.Contains(fault) ? [fault] : [known[known.Count / 2]];

        var verified = await CityBundle.VerifyAsync(await CityBundle.PackAsync(new CityServerOptions { Faults = faults }));

        verified.Problems.Should().BeEmpty();
        verified.Findings!.Differences.Should().BeEmpty();
        verified.Findings.Same.Should().BeGreaterThan(300);
        verified.IsVerified.Should().BeTrue();
        (verified.Replayed!.Outcome == RunOutcome.Nonconformant).Should().Be(faults.Length > 0 && verified.Replayed.Findings.Any(f => f.Verdict == Verdict.Fail));
    }

    [TestCase(7)]
    [TestCase(311)]
    public async Task A_city_that_takes_freedoms_is_judged_alike(int seed)
    {
        var verified = await CityBundle.VerifyAsync(await CityBundle.PackAsync(new CityServerOptions { Seed = seed, Vary = true }));

        verified.Problems.Should().BeEmpty();
        verified.Findings!.Differences.Should().BeEmpty();
    }

    [Test]
    public async Task What_was_posted_is_judged_alike_and_listed_alike()
    {
        var report = await CityBundle.JudgeAsync(new CityServerOptions(), t => t with { Writes = new WriteOptions { Allowed = true, MaxPosts = 200 } });
        var verified = await CityBundle.VerifyAsync(await CityBundle.PackAsync(report));

        verified.IsVerified.Should().BeTrue(string.Join('\n', verified.Problems.Select(p => p.What)));
        verified.Replayed!.Created.Select(c => (c.Mark, c.ServiceRequestId, c.Token, c.State)).Should().Equal(report.Created.Select(c => (c.Mark, c.ServiceRequestId, c.Token, c.State)));
        report.Created.Should().NotBeEmpty();
        verified.Replayed.Created.Zip(report.Created).Should().OnlyContain(p => (p.First.Sent - p.Second.Sent).Duration() < TimeSpan.FromSeconds(2));
    }

    [Test]
    public async Task The_same_run_gives_the_same_bundle_to_the_byte()
    {
        var report = await CityBundle.JudgeAsync(new CityServerOptions(), t => t with { Only = ["GR2-SVC-*"] });

        (await CityBundle.PackAsync(report)).Should().Equal(await CityBundle.PackAsync(report));
    }

    [Test]
    public async Task No_secret_is_in_any_member_and_masked_questions_are_found()
    {
        var report = await CityBundle.JudgeAsync(new CityServerOptions(), t => t with
        {
            Only = ["GR2-SVC-*", "GR2-KEY-*"],
            ApiKey = CityBundle.Key,
            ExtraHeaders = [new("Authorization", "Bearer hunter2-token"), new("X-Session-Token", "hunter3-token")],
            ExtraQuery = [new("access_token", "hunter4-token"), new("plain", "visible")],
        });
        var bundle = await CityBundle.PackAsync(report);

        foreach (var (name, content) in CityBundle.Members(bundle))
        {
            var text = System.Text.Encoding.Latin1.GetString(content);
            text.Should().NotContain("sesame", name).And.NotContain("hunter", name);
        }

        (await CityBundle.VerifyAsync(bundle)).IsVerified.Should().BeTrue();
    }

    [Test]
    public async Task A_run_that_could_not_test_is_kept_as_well()
    {
        var report = await CityBundle.JudgeAsync(new CityServerOptions(), t => t with { Endpoint = new Uri(t.Endpoint.OriginalString + "/nowhere") });
        report.Preflight.IsReady.Should().BeFalse();

        (await CityBundle.VerifyAsync(await CityBundle.PackAsync(report))).IsVerified.Should().BeTrue();
    }

    [TestCase(20)]
    [TestCase(60)]
    [TestCase(150)]
    public async Task An_interrupted_run_is_kept_as_far_as_it_came(int exchanges)
    {
        var report = await CityBundle.JudgeAsync(new CityServerOptions { Faults = ["dates-american"] }, stopAfter: exchanges);
        report.Incomplete.Should().StartWith("The run was interrupted");

        var bundle = await CityBundle.PackAsync(report);
        var verified = await CityBundle.VerifyAsync(bundle);

        verified.IsVerified.Should().BeTrue(string.Join('\n', verified.Problems.Select(p => p.What)));
        verified.Notes.Should().Contain(report.Incomplete);
        verified.Replayed!.Incomplete.Should().Be(report.Incomplete);
        verified.Replayed.Outcome.Should().NotBe(RunOutcome.Conformant);
        System.Text.Encoding.UTF8.GetString(CityBundle.Members(bundle)["manifest.json"]).Should().Contain("The run was interrupted");
    }
}
