using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Open311.Cli.Application;
using Open311.Cli.Tests.Fakes;
using Open311.Mock.Serving;
using Open311.Testing.Pages;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Open311.Cli.Tests.EndToEnd;

/// <summary>The whole command on real cities: one conforms, one has a defect, one is not there, one is hostile, one answers anything but data.</summary>
[CancelAfter(240_000)]
public sealed class FleetTests
{
    const string Script = "<script>document.title='pwned'</script>";

    [Test]
    public async Task Judges_every_target_whatever_the_others_are_like(CancellationToken cancellation)
    {
        await using var good = await CityServer.StartAsync(cancellation: cancellation);
        await using var bad = await CityServer.StartAsync(new CityServerOptions { Address = IPAddress.Parse("127.0.0.2"), Faults = ["dates-american"] }, cancellation);
        using var hostile = WireMockServer.Start();
        hostile.Given(Request.Create().WithPath("/*services*").UsingGet()).RespondWith(Response.Create().WithHeader("Content-Type", "text/xml").WithBody(
            $"<services><service><service_code>{WebUtility.HtmlEncode(Script)}</service_code><service_name>=1+1</service_name><description/><metadata>{WebUtility.HtmlEncode(Script)}</metadata><type>x</type></service></services>"));
        hostile.Given(Request.Create().UsingAnyMethod()).AtPriority(10).RespondWith(Response.Create().WithStatusCode(404).WithHeader("Content-Type", "text/html").WithBody(Script));
        using var page = WireMockServer.Start();
        page.Given(Request.Create().UsingAnyMethod()).RespondWith(Response.Create().WithHeader("Content-Type", "text/html").WithBody(Script));
        using var console = new FakeConsole { TimePasses = true };
        console.Variables["CITY_KEY"] = good.City.Keys[0];
        console.WriteFile("targets.yaml", $$"""
            timeout: 10
            only: [GR2-DATE-*, GR2-SVC-*]
            targets:
            - { name: Conforming, url: "{{good.Endpoint}}", api-key-env: CITY_KEY }
            - { name: Broken, url: "{{bad.Endpoint}}" }
            - { name: Unreachable, url: "http://127.0.0.1:{{FreePort()}}/v2" }
            - { name: "Hostile {{Script}}", url: "{{hostile.Url}}/v2" }
            - { name: "=HTML", url: "{{page.Url}}/v2" }
            """);

        var exitCode = await Open311Application.RunAsync(["check", "--targets", "targets.yaml", "--out", "here", "--allow-writes", "--production"], console);

        exitCode.Should().Be(1, console.AllText);
        console.AllText.Should().NotContain("   at ").And.NotContain("itself failed");
        console.OutText.ToString().Should().EndWith($"2 of 5 targets do not conform; 2 could not be tested; 1 conforms. Index: {Path.Combine("here", "index.html")}\n");
        console.ErrorText.ToString().Should().Contain("Warning: --allow-writes: No target gives this consent for itself");
        hostile.LogEntries.Concat(page.LogEntries).Should().OnlyContain(e => e.RequestMessage!.Method != "POST");
        Judged(console, "conforming").Should().Be(0);
        Judged(console, "broken").Should().Be(1);
        Judged(console, "unreachable").Should().Be(3);
        var here = Path.Combine(console.WorkingDirectory, "here");
        var index = new HtmlPage(await File.ReadAllTextAsync(Path.Combine(here, "index.html"), cancellation));
        index.Tags.Should().NotContain(t => t.Name == "script");
        index.Text.Should().Contain($"Hostile {Script}").And.Contain("Nothing listens on port").And.Contain("GR2-DATE-001");
        index.Values("href").Where(h => !h.StartsWith('#')).Should().HaveCount(5).And.OnlyContain(h => File.Exists(Path.Combine(here, h)));
        var table = await File.ReadAllLinesAsync(Path.Combine(here, "index.csv"), cancellation);
        table.Should().HaveCount(6);
        table[5].Should().StartWith("\"'=HTML\",");
        foreach (var file in Directory.EnumerateFiles(here, "*", SearchOption.AllDirectories))
            (await File.ReadAllTextAsync(file, cancellation)).Should().NotContain(good.City.Keys[0], file);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Posts_only_where_entry_and_command_line_consent(bool commandLineConsents, CancellationToken cancellation)
    {
        await using var willing = await CityServer.StartAsync(cancellation: cancellation);
        await using var unwilling = await CityServer.StartAsync(new CityServerOptions { Address = IPAddress.Parse("127.0.0.2") }, cancellation);
        using var console = new FakeConsole { TimePasses = true };
        console.Variables["CITY_KEY"] = willing.City.Keys[0];
        console.WriteFile("targets.yaml", $$"""
            api-key-env: CITY_KEY
            only: post-plainest-report
            targets:
            - { name: Willing, url: "{{willing.Endpoint}}", allow-writes: true, production: true }
            - { name: Unwilling, url: "{{unwilling.Endpoint}}" }
            """);
        string[] consent = commandLineConsents ? ["--allow-writes", "--production"] : [];

        await Open311Application.RunAsync(["check", "--targets", "targets.yaml", "--out", "here", .. consent], console);

        (Posts(willing) > 0).Should().Be(commandLineConsents, console.AllText);
        Posts(unwilling).Should().Be(0);
        File.Exists(Path.Combine(console.WorkingDirectory, "here", "willing", "posts.jsonl")).Should().Be(commandLineConsents);
        (await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "here", "index.html"), cancellation))
            .Contains("to remove there; the report lists the ids", StringComparison.Ordinal).Should().Be(commandLineConsents);
    }

    static int Posts(CityServer city) => city.Journal.Entries.Count(e => e.Method == "POST");

    static int Judged(FakeConsole console, string folder) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(console.WorkingDirectory, "here", folder, "report.json")))
        .RootElement.GetProperty("exitCode").GetInt32();

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
