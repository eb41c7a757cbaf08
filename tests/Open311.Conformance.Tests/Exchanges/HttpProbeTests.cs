using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Testing.Wire;

namespace Open311.Conformance.Tests.Exchanges;

public sealed class HttpProbeTests
{
    [Test]
    public async Task Keeps_status_line_headers_and_bytes_as_they_stood_on_the_wire()
    {
        const string Wire = "HTTP/1.1 200 Fine by me\r\ncontent-TYPE:  text/xml \r\nX-B: 2\r\nX-A: 1\r\nX-B: \xe9\r\nContent-Length: 5\r\n\r\n<a/>\n";

        var exchange = await Probing.AnsweredBy(Wire);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered);
        exchange.Problem.Should().BeNull();
        exchange.Answer!.Status.Should().Be(200);
        exchange.Answer.Reason.Should().Be("Fine by me");
        exchange.Answer.HttpVersion.Should().Be("HTTP/1.1");
        exchange.Answer.Headers.Should().Equal(
            new HeaderField("content-TYPE", "text/xml"),
            new HeaderField("X-B", "2"),
            new HeaderField("X-A", "1"),
            new HeaderField("X-B", "\xe9"),
            new HeaderField("Content-Length", "5"));
        Encoding.Latin1.GetString(exchange.Answer.Raw.Span).Should().Be(Wire);
        exchange.Text().Should().Be("<a/>\n");
        exchange.Answer.WireDefects.Should().BeEmpty();
    }

    [Test]
    public async Task Sends_its_name_the_case_and_nothing_a_client_would_add_by_itself()
    {
        await using var server = RawServer.Closing(Probing.Ok("<services/>"));

        var exchange = await Probing.Ask(server);

        var request = server.Requests.Should().ContainSingle().Subject;
        request.Head.Split("\r\n")[1..^2].Should().BeEquivalentTo(
            $"Host: 127.0.0.1:{server.Port}",
            "User-Agent: open311-conformance/0.1.0 (+https://github.com/open311-conformance)",
            "Accept: */*",
            "Accept-Encoding: identity",
            "X-Open311-Case: a-case");
        exchange.SentHeaders.Select(h => $"{h.Name}: {h.Value}").Should().Equal(request.Head.Split("\r\n")[1..^2]);
    }

    [Test]
    public async Task A_header_of_the_request_takes_the_place_of_its_own_and_an_empty_one_removes_it()
    {
        await using var server = RawServer.Closing(Probing.Ok("<services/>"));

        await Probing.Ask(server, "GET", null, new("accept", ""), new("Accept-Encoding", "gzip"), new("X-Key", "k\u00e9y"));

        var request = server.Requests.Single();
        request.Header("Accept").Should().BeNull();
        request.Header("Accept-Encoding").Should().Be("gzip");
        Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(request.Header("X-Key")!)).Should().Be("k\u00e9y");
    }

    [TestCase("/a/../b/./c")]
    [TestCase("/services/%2E%2e/x%2Ey")]
    [TestCase("/services/a%2Fb%20c%C3%A9.xml")]
    [TestCase("/services//double/")]
    [TestCase("/s.xml?start_date=2026-01-01T00:00:00+02:00&q=%7e~!$'()*,;@")]
    [TestCase("/s.xml?")]
    [TestCase("/s.xml?a=[1]|{2}\\^`\"<>")]
    [TestCase("/%")]
    [TestCase("/%zz?%")]
    public async Task Sends_path_and_query_byte_for_byte(string target)
    {
        await using var server = RawServer.Closing(Probing.Ok("<services/>"));
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);

        await probe.SendAsync(Probing.Get(server.Base + target), CancellationToken.None);
        await probe.SendAsync(new ProbeRequest { Url = new Uri(server.Base + target) }, CancellationToken.None);

        server.Requests.Select(r => r.Target).Should().Equal(target, target);
    }

    [Test]
    public async Task Sends_a_body_as_given()
    {
        await using var server = RawServer.Closing(Probing.Ok("<service_requests/>"));
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);

        await probe.SendAsync(
            Probing.Get(server.Base + "/requests.xml") with
            {
                Method = "POST",
                Body = Encoding.UTF8.GetBytes("lat=1&long=2&description=%C3%A9"),
                Headers = [new("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            },
            CancellationToken.None);

        var request = server.Requests.Single();
        request.Line.Should().Be("POST /requests.xml HTTP/1.1");
        request.Body.Should().Be("lat=1&long=2&description=%C3%A9");
        request.Header("Content-Type").Should().Be("application/x-www-form-urlencoded; charset=utf-8");
    }

    [Test]
    public async Task Neither_follows_redirects_nor_keeps_cookies()
    {
        await using var server = RawServer.Keeping("HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n");
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);

        var first = await probe.SendAsync(Probing.Get(server.Base + "/"), CancellationToken.None);
        await probe.SendAsync(Probing.Get(server.Base + "/"), CancellationToken.None);

        first.Answer!.Status.Should().Be(302);
        server.Requests.Select(r => r.Target).Should().Equal("/", "/");
        server.Requests.Select(r => r.Header("Cookie")).Should().AllSatisfy(c => c.Should().BeNull());
    }

    [Test]
    public async Task Never_mixes_the_bytes_of_exchanges_on_kept_connections()
    {
        await using var server = new RawServer(async (request, wire, end) =>
        {
            // Sizes differ so that answers end at every place in the buffers; some come in two pieces.
            var body = string.Concat(Enumerable.Repeat(request.Target + "|", 1 + (int.Parse(request.Target[6..], CultureInfo.InvariantCulture) * 997 % 2000)));
            var answer = Encoding.ASCII.GetBytes(Probing.Ok(body, more: $"X-Target: {request.Target}\r\n"));
            await wire.WriteAsync(answer.AsMemory(0, answer.Length / 2), end);
            await wire.FlushAsync(end);
            await wire.WriteAsync(answer.AsMemory(answer.Length / 2), end);
            return true;
        });
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 4 }, TimeProvider.System);

        var exchanges = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            probe.SendAsync(Probing.Get($"{server.Base}/item/{i}"), CancellationToken.None).AsTask()));

        exchanges.Should().HaveCount(200).And.AllSatisfy(e =>
        {
            var target = e.Request.Url.PathAndQuery;
            e.Outcome.Should().Be(ExchangeOutcome.Answered);
            e.Answer!.WireDefects.Should().BeEmpty();
            e.Answer.Header("X-Target").Should().Be(target);
            e.Text().Split('|', StringSplitOptions.RemoveEmptyEntries).Distinct().Should().Equal(target);
            Encoding.Latin1.GetString(e.Answer.Raw.Span).Should().StartWith("HTTP/1.1 200 OK\r\n").And.EndWith(target + "|");
        });
        server.Connections.Should().BeLessThanOrEqualTo(4, "connections are kept");
    }

    [Test]
    public async Task A_kept_connection_that_went_stale_costs_a_read_nothing()
    {
        await using var server = new RawServer(async (request, wire, end) =>
        {
            await wire.WriteAsync(Encoding.ASCII.GetBytes(Probing.Ok(request.Target)), end);
            return false;
        });
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 1 }, TimeProvider.System);

        for (var i = 0; i < 10; i++)
        {
            var exchange = await probe.SendAsync(Probing.Get($"{server.Base}/{i}"), CancellationToken.None);
            exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
            exchange.Text().Should().Be($"/{i}");
        }

        server.Requests.Should().HaveCount(10);
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public async Task A_connection_closed_instead_of_an_answer_is_told_after_one_request(string method)
    {
        await using var server = RawServer.Closing("");

        var exchange = await Probing.Ask(server, method);

        exchange.Outcome.Should().Be(ExchangeOutcome.NoAnswer);
        exchange.Problem.Should().Be("The connection was closed instead of an answer.");
        exchange.Answer.Should().BeNull();
        server.Requests.Should().ContainSingle();
    }

    [Test]
    public async Task A_write_never_goes_over_a_kept_connection()
    {
        await using var server = RawServer.Keeping(Probing.Ok("<a/>"));
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 1 }, TimeProvider.System);

        await probe.SendAsync(Probing.Get(server.Base + "/1"), CancellationToken.None);
        await probe.SendAsync(Probing.Get(server.Base + "/2"), CancellationToken.None);
        server.Connections.Should().Be(1);
        await probe.SendAsync(Probing.Get(server.Base + "/3") with { Method = "POST" }, CancellationToken.None);

        server.Connections.Should().Be(2);
    }

    [Test]
    public async Task Tells_a_refused_connection()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);

        var exchange = await probe.SendAsync(Probing.Get($"http://127.0.0.1:{port}/"), CancellationToken.None);

        exchange.Outcome.Should().Be(ExchangeOutcome.ConnectionRefused);
        exchange.Problem.Should().Be($"Nothing listens on port {port} of 127.0.0.1.");
    }

    [Test]
    public async Task Tells_a_name_that_does_not_resolve()
    {
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);

        var exchange = await probe.SendAsync(Probing.Get("http://no-such-host.invalid/services.xml"), CancellationToken.None);

        exchange.Outcome.Should().Be(ExchangeOutcome.NameNotResolved);
        exchange.Problem.Should().Be("The host name no-such-host.invalid does not resolve.");
    }

    [TestCase("ftp://example.org/")]
    [TestCase("/services.xml")]
    public async Task Refuses_to_send_what_is_no_http_url(string url)
    {
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);

        var sending = async () => await probe.SendAsync(new ProbeRequest { Url = new Uri(url, UriKind.RelativeOrAbsolute) }, CancellationToken.None);

        (await sending.Should().ThrowAsync<ArgumentException>()).WithMessage($"'{url}' is not an absolute http or https URL.*");
    }

    [Test]
    public async Task Refuses_to_send_a_header_with_a_line_break()
    {
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);

        var sending = async () => await probe.SendAsync(
            Probing.Get("http://127.0.0.1:9/") with { Headers = [new("X-A", "1\r\nX-B: 2")] }, CancellationToken.None);

        (await sending.Should().ThrowAsync<ArgumentException>()).WithMessage("The header 'X-A: 1··X-B: 2' cannot be sent.*");
    }

    [Test]
    public async Task Cancelling_the_run_throws()
    {
        var asked = new TaskCompletionSource();
        await using var server = new RawServer(async (_, _, end) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, end);
            return false;
        });
        await using var probe = new HttpProbe(Probing.Settings, TimeProvider.System);
        using var run = new CancellationTokenSource();

        var sending = probe.SendAsync(Probing.Get(server.Base + "/"), run.Token).AsTask();
        await asked.Task;
        await run.CancelAsync();

        await sending.Invoking(s => s).Should().ThrowAsync<OperationCanceledException>();
    }
}
