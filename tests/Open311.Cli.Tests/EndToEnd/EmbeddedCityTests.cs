using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Open311.Cli.Application;
using Open311.Cli.Rooms;
using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;
using Open311.Mock.Faults;

namespace Open311.Cli.Tests.EndToEnd;

/// <summary>The real city, probe and reports around a run of one request.</summary>
[CancelAfter(60_000)]
public sealed class EmbeddedCityTests
{
    [Test]
    public async Task A_run_goes_from_the_city_through_the_probe_into_the_reports()
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new RoomsOfOneRequest(), "check", "--verbose");
        console.ErrorText.ToString().Should().MatchRegex(@"GET http://127\.0\.0\.1:\d+/open311/v2/services\.xml\?api_key=REDACTED 200 \d+ ms\n");
        exitCode.Should().Be(0);
        var folder = Path.Combine(console.WorkingDirectory, "reports", "embedded-city-20261123T123456Z");
        Directory.EnumerateFiles(folder).Select(Path.GetFileName).Should().Contain(["report.html", "report.json", "report.junit.xml", "report.md", "exchanges.har"]);
        console.OutText.ToString().Should().StartWith("CONFORMS  embedded city").And.EndWith(
            $"Conforms. Report: {Path.GetRelativePath(console.WorkingDirectory, Path.Combine(folder, "report.html"))}\n");
    }

    [Test]
    public async Task Only_the_reports_asked_for_are_written()
    {
        using var console = new FakeConsole();
        await console.RunAsync(new RoomsOfOneRequest(), "check", "--report", "md,junit", "--out", "here");
        var files = Directory.EnumerateFiles(Path.Combine(console.WorkingDirectory, "here")).Select(Path.GetFileName);
        files.Should().Contain(["report.junit.xml", "report.md"]).And.NotContain(["report.html", "report.json"]);
    }

    [Test]
    public async Task The_key_reaches_the_target_but_no_file()
    {
        using var city = WireMock.Server.WireMockServer.Start();
        using var console = new FakeConsole();
        console.Variables["OPEN311_API_KEY"] = "open-sesame-42";
        await console.RunAsync(new RoomsOfOneRequest(), "check", city.Url + "/v2", "--out", "here", "--verbose");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(console.WorkingDirectory, "here")))
            (await File.ReadAllTextAsync(file)).Should().NotContain("sesame", $"{file} may be shared");
        console.AllText.Should().NotContain("sesame");
        city.LogEntries.Should().ContainSingle(e => e.RequestMessage!.AbsoluteUrl.EndsWith("/services.xml?api_key=open-sesame-42", StringComparison.Ordinal));
    }

    [Test]
    public async Task The_embedded_city_conforms()
    {
        using var console = new FakeConsole { TimePasses = true };
        var exitCode = await Open311Application.RunAsync(["check", "--out", "here"], console);
        exitCode.Should().Be(0, console.AllText);
        console.OutText.ToString().Should().StartWith("CONFORMS  embedded city").And.EndWith($"Conforms. Report: {Path.Combine("here", "report.html")}\n");
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "here", "report.json"))).RootElement;
        report.GetProperty("findings").GetArrayLength().Should().BeGreaterThan(300);
        report.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("verdict").GetString()).Should().NotContain("fail");
    }

    [Test]
    public async Task A_city_with_a_fault_serves_it_and_every_fault_is_listed()
    {
        using var listing = new FakeConsole();
        (await Open311Application.RunAsync(["faults"], listing)).Should().Be(0);
        var faults = FaultCatalog.Load().All;
        faults.Should().NotBeEmpty();
        foreach (var fault in faults)
            listing.OutText.ToString().Should().Contain($"  {fault.Id} ");

        var cities = new OwnCities(TimeProvider.System);
        await using var city = await cities.StartAsync(0, [faults[0].Id], [], CancellationToken.None);
        city.Endpoint.IsLoopback.Should().BeTrue();
    }

    [Test]
    public async Task Where_nothing_listens_nothing_can_be_tested()
    {
        using var console = new FakeConsole { TimePasses = true };
        var exitCode = await Open311Application.RunAsync(["check", $"http://127.0.0.1:{FreePort()}/v2", "--quiet"], console);
        exitCode.Should().Be(3);
        console.AllText.Should().StartWith("Could not be tested. Report: ");
    }

    [Test]
    public async Task A_server_of_html_does_not_end_in_a_stack_trace()
    {
        using var server = WireMock.Server.WireMockServer.Start();
        server.Given(WireMock.RequestBuilders.Request.Create().UsingAnyMethod()).RespondWith(WireMock.ResponseBuilders.Response.Create()
            .WithHeader("Content-Type", "text/html").WithBody("<html><script>alert(1)</script></html>"));
        using var console = new FakeConsole { TimePasses = true };
        var exitCode = await Open311Application.RunAsync(["check", server.Url + "/v2", "--only", "GR2-SVC-*"], console);
        exitCode.Should().BeOneOf(1, 3);
        console.AllText.Should().NotContain("   at ").And.NotContain("itself failed");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    sealed class RoomsOfOneRequest : IRooms, ISuite
    {
        readonly OwnRooms own = new(TimeProvider.System);

        public ISuite Suite => this;

        public IReports Reports => own.Reports;

        public RequirementCatalog Catalogue => own.Catalogue;

        public ISelftest Selftest => own.Selftest;

        public ICities Cities => own.Cities;

        public IReadOnlyList<string> Classes => own.Suite.Classes;

        public IReadOnlyList<string> Ids => own.Suite.Ids;

        // The console's clock stands still; the network's must not.
        public IExchangeSource Open(RunSettings settings, TimeProvider clock) => own.Suite.Open(settings, TimeProvider.System);

        public Task<RunReport> JudgeAsync(Target target, Open311.Conformance.Replaying.ForeignRecording recording, DateTimeOffset instant, CancellationToken cancellation) => own.Suite.JudgeAsync(target, recording, instant, cancellation);

        public Task<RunReport> ReplayAsync(Open311.Conformance.Replaying.RecordedRun run, CancellationToken cancellation) => own.Suite.ReplayAsync(run, cancellation);

        public async Task<RunReport> RunAsync(
            Target target, RunSettings settings, IExchangeSource source, TimeProvider clock, IProgress<RunProgress> progress, Open311.Conformance.Posting.IPostJournal journal, CancellationToken cancellation)
        {
            var query = target.ApiKey is null ? "" : $"?api_key={target.ApiKey}";
            var request = new ProbeRequest { Url = new Uri($"{target.Endpoint.OriginalString}/services.xml{query}") };
            var exchange = await source.SendAsync(request, cancellation);
            return Sample.Report(new FakeRun(target, settings, source, clock, progress, cancellation)) with
            {
                Exchanges = [exchange with { Number = 1 }],
            };
        }
    }
}
