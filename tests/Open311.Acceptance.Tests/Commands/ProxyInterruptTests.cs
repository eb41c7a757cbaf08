using System.Net;
using System.Net.Sockets;
using Open311.Mock.Serving;

namespace Open311.Acceptance.Tests.Commands;

/// <summary>The proxy as it is shipped, in a process that gets a signal.</summary>
[Platform(Exclude = "Win", Reason = "Sends a POSIX signal.")]
[CancelAfter(120_000)]
internal sealed class ProxyInterruptTests
{
    [Test]
    public async Task Ctrl_C_leaves_a_recording_of_what_passed(CancellationToken cancellation)
    {
        await using var city = await CityServer.StartAsync(cancellation: cancellation);
        var port = FreePort();
        using var command = Open311Command.Start("record", "--proxy", city.Endpoint.OriginalString, "--port", $"{port}", "--out", "report");
        var passed = await AskAsync($"http://127.0.0.1:{port}{city.Endpoint.AbsolutePath}/services.xml", cancellation);
        using var http = new HttpClient();
        passed.Should().Be(await http.GetStringAsync($"{city.Endpoint}/services.xml", cancellation));

        await command.InterruptAsync(cancellation);
        var run = await command.EndAsync(cancellation);

        run.ExitCode.Should().Be(0, run.Printed);
        run.Read("recording.json").Should().Contain("\"kind\": \"proxy\"").And.Contain("\"exchanges\": 1");
        run.Read("exchanges.har").Should().Contain("/services.xml");
    }

    // Until it listens.
    static async Task<string> AskAsync(string url, CancellationToken cancellation)
    {
        using var http = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            try
            {
                return await http.GetStringAsync(url, cancellation);
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await timer.WaitForNextTickAsync(cancellation);
            }
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
