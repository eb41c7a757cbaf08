using System.Diagnostics;
using System.Text.RegularExpressions;
using Open311.Acceptance.Tests.Reports;
using Open311.Mock.Serving;
using Open311.Testing.Wire;

namespace Open311.Acceptance.Tests.Commands;

/// <summary>What leaves the machine when <c>open311 check</c> may post, and when it may not: seen by a proxy between it and the city.</summary>
[CancelAfter(240_000)]
internal sealed partial class PostingTests
{
    const string Key = "acceptance-k3y-that-must-not-leak";

    [Test]
    public async Task Without_consent_no_post_is_sent(CancellationToken cancellation)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { ApiKey = Key });
        await using var proxy = new Forwarder(city.Endpoint.Port);

        await Open311Command.CheckAsync(cancellation, Endpoint(proxy), "--api-key", Key, "--production");
        await Open311Command.CheckAsync(cancellation, Endpoint(proxy), "--allow-writes", "--production", "--class", "write");
        await Open311Command.CheckAsync(cancellation, Endpoint(proxy), "--dry-run", "--api-key", Key);

        var requests = await proxy.RequestsAsync();
        requests.Should().HaveCountGreaterThan(50);
        Posts(requests).Should().BeEmpty();
    }

    [Test]
    public async Task An_endpoint_that_nobody_calls_test_is_sent_no_post_without_a_second_consent(CancellationToken cancellation)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { ApiKey = Key });
        await using var proxy = new Forwarder(city.Endpoint.Port);

        // Discovery names the city, and not the proxy.
        await Open311Command.CheckAsync(cancellation, Endpoint(proxy), "--allow-writes", "--api-key", Key, "--class", "write");
        Posts(await proxy.RequestsAsync()).Should().BeEmpty();

        await Open311Command.CheckAsync(cancellation, Endpoint(proxy), "--allow-writes", "--api-key", Key, "--class", "write", "--production", "--max-posts", "3");
        Posts(await proxy.RequestsAsync()).Should().HaveCount(3);
    }

    [TestCase(0)]
    [TestCase(5)]
    public async Task No_more_posts_are_sent_than_the_budget_allows(int budget, CancellationToken cancellation)
    {
        await using var city = await CityServer.StartAsync(new CityServerOptions { ApiKey = Key, Faults = ["post-redirects"] });
        await using var proxy = new Forwarder(city.Endpoint.Port);

        await Open311Command.CheckAsync(cancellation, Endpoint(proxy), "--allow-writes", "--production", "--api-key", Key, "--max-posts", $"{budget}", "--poll-timeout", "1", "--class", "write");

        Posts(await proxy.RequestsAsync()).Count.Should().BeInRange(Math.Min(budget, 1), budget, "not even what is redirected or refused is sent again");
    }

    [Test]
    public async Task The_key_goes_to_no_host_that_a_redirect_or_discovery_names(CancellationToken cancellation)
    {
        await using var stranger = RawServer.Closing("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        var elsewhere = $"http://localhost:{stranger.Port}";
        await using var city = await CityServer.StartAsync(new CityServerOptions { ApiKey = Key });
        using var client = new HttpClient();
        await using var target = new RawServer(async (request, wire, end) =>
        {
            // POSTs are led elsewhere, discovery names another host beside this one, and the rest is the city's.
            var answer = request.Line.StartsWith("POST") ? $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere}{request.Target}\r\nContent-Length: 0\r\n\r\n" : null;
            if (answer is null)
            {
                using var reply = await client.GetAsync(new Uri(new Uri(city.Endpoint.GetLeftPart(UriPartial.Authority)), request.Target), end);
                var body = (await reply.Content.ReadAsStringAsync(end)).Replace(city.Endpoint.GetLeftPart(UriPartial.Authority), request.Target.Contains("discovery") ? $"http://{request.Header("Host")}" : "");
                if (request.Target.Contains("discovery.xml"))
                    body = body.Replace("<endpoints>", $"<endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>{elsewhere}/open311/v2</url><changeset>2026-01-01T00:00:00Z</changeset><type>test</type><formats><format>text/xml</format></formats></endpoint>");
                answer = $"HTTP/1.1 {(int)reply.StatusCode} OK\r\nContent-Type: {reply.Content.Headers.ContentType}\r\nContent-Length: {System.Text.Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
            }

            await wire.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer), end);
            return true;
        });

        var run = await Open311Command.CheckAsync(
            cancellation, target.Base + "/open311/v2", "--allow-writes", "--production", "--api-key", Key, "--poll-timeout", "1", "--rate", "0");

        target.Requests.Should().Contain(r => r.Line.StartsWith("POST") && r.Body.Contains(Key), "the endpoint itself gets the key");
        stranger.Requests.Where(r => r.Line.StartsWith("POST") || r.Head.Contains(Key) || r.Body.Contains(Key)).Should().BeEmpty();
        ReportFiles.Json(run).GetProperty("findings").EnumerateArray()
            .Should().Contain(f => f.GetProperty("requirement").GetString() == "GR2-POST-002" && f.GetProperty("verdict").GetString() == "fail", "the refused redirect is a finding");
        foreach (var file in run.Files.Values)
            File.ReadAllText(file.FullName).Should().NotContain(Key);
    }

    [Test]
    public async Task A_dry_run_prints_the_very_posts_of_a_real_run(CancellationToken cancellation)
    {
        if (!File.Exists("/bin/sh") || !File.Exists("/usr/bin/curl"))
            Assert.Ignore("A POSIX shell and curl are needed to run what is printed.");
        await using var city = await CityServer.StartAsync(new CityServerOptions { ApiKey = Key, Lenient = true });
        await using var proxy = new Forwarder(city.Endpoint.Port);
        string[] common = [Endpoint(proxy), "--extension", "media", "--max-posts", "200", "--class", "write,batch,ext-media"];

        var dry = await Open311Command.CheckAsync(cancellation, [.. common, "--dry-run"]);
        proxy.Forget();
        var run = await Open311Command.CheckAsync(cancellation, [.. common, "--allow-writes", "--production", "--api-key", Key, "--poll-timeout", "2"]);
        var real = Posts(await proxy.RequestsAsync());
        foreach (var file in run.Files.Values)
            File.ReadAllText(file.FullName).Should().NotContain(Key);

        proxy.Forget();
        foreach (var line in dry.Output.Split('\n').Where(l => l.Length > 0 && !l.StartsWith('#') && l.Contains("curl ")))
            await ShellAsync(line, cancellation);
        var printed = Posts(await proxy.RequestsAsync());

        real.Should().HaveCountGreaterThan(40);
        printed.Select(Plain).Except(real.Select(Plain)).Should().BeEmpty("only what a real run sends is printed");
        real.Select(Plain).Except(printed.Select(Plain)).Should().BeEmpty("all that a real run sends is printed");
        printed.Should().HaveSameCount(real);
    }

    static string Endpoint(Forwarder proxy) => proxy.Base + "/open311/v2";

    static IReadOnlyList<RawRequest> Posts(IEnumerable<RawRequest> requests) => [.. requests.Where(r => r.Line.StartsWith("POST"))];

    // Run id, times and what only HTTP needs apart.
    static string Plain(RawRequest request) =>
        $"{request.Line}\n{Mark().Replace(request.Header("Content-Type") ?? "", "MARK")}\n{Instant().Replace(Mark().Replace(request.Body, "MARK"), "TIME")}";

    static async Task ShellAsync(string line, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", line]) { RedirectStandardOutput = true };
        start.Environment["OPEN311_API_KEY"] = Key;
        using var shell = Process.Start(start)!;
        await shell.StandardOutput.ReadToEndAsync(cancellation);
        await shell.WaitForExitAsync(cancellation);
        shell.ExitCode.Should().Be(0, line);
    }

    [GeneratedRegex("[a-z0-9]{7}-(?=[0-9]{3})")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d(%3A|:)\d\d(%3A|:)\d\dZ")]
    private static partial Regex Instant();
}
