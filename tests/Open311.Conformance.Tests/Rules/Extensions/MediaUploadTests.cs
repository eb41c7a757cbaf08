using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Conformance.Tests.Acceptance;
using Open311.Mock.Serving;

namespace Open311.Conformance.Tests.Rules.Extensions;

/// <summary>Uploads with a POST: right, refused, lost, and not claimed.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed partial class MediaUploadTests
{
    [Test]
    public async Task Uploads_that_come_back_as_addresses_of_the_server_pass()
    {
        var report = await JudgeAsync(lenient: true, publishes: true, ExtensionName.Media);
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.Passed(report).Should().Contain(["EXT-MEDIA-001", "V21-MEDIA-001", "V21-MEDIA-002"]);
        ExtensionRun.State(report, "ext-media").Should().Be(ClassState.Granted);
    }

    [Test]
    public async Task An_upload_that_is_lost_beside_a_url_fails() =>
        ExtensionRun.Violated(await JudgeAsync(lenient: true, publishes: false, ExtensionName.Media)).Should().Equal("fail V21-MEDIA-002");

    [Test]
    public async Task A_claimed_upload_that_is_refused_fails() =>
        ExtensionRun.Violated(await JudgeAsync(lenient: false, publishes: false, ExtensionName.Media)).Should().Equal("fail V21-MEDIA-001");

    [Test]
    public async Task Who_does_not_claim_uploads_is_sent_none()
    {
        var report = await JudgeAsync(lenient: false, publishes: false);
        ExtensionRun.Violated(report).Should().BeEmpty();
        ExtensionRun.NotApplicable(report).Should().Contain(["EXT-MEDIA-001", "V21-MEDIA-001", "V21-MEDIA-002"]);
        report.Exchanges.Should().NotContain(e => e.Request.Headers.Any(h => h.Value.StartsWith("multipart/")));
    }

    static async Task<RunReport> JudgeAsync(bool lenient, bool publishes, params string[] claimed)
    {
        var clock = new FakeTimeProvider(CityRun.Now) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(100) };
        await using var city = await CityServer.StartAsync(new CityServerOptions { Time = clock, Lenient = lenient });
        var target = WritingRun.Target(city) with { Extensions = claimed, Only = ["*-MEDIA-*", "GR2-POST-001"] };
        var settings = new RunSettings { Pause = TimeSpan.Zero, Concurrency = 1 };
        await using var probe = new HttpProbe(settings, clock);
        return await new ConformanceSuite().RunAsync(target, settings, publishes ? new Publishing(probe) : probe, clock);
    }

    // The mock does not keep files: what it answers is given the address that they would have.
    sealed partial class Publishing(IExchangeSource source) : IExchangeSource
    {
        public bool IsLive => source.IsLive;

        public async ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
        {
            var exchange = await source.SendAsync(request, cancellation);
            return exchange.Answer is not { } answer ? exchange : exchange with
            {
                Answer = answer with { Body = Encoding.UTF8.GetBytes(SentUrl().Replace(Encoding.UTF8.GetString(answer.Body.Span), "https://media.portlinden.example/uploads/1.png")) },
            };
        }

        [GeneratedRegex(@"https://example\.org/open311-conformance-test/\S*?\.png")]
        private static partial Regex SentUrl();
    }
}
