using Open311.Acceptance.Tests.Reports;
using Open311.Testing.Wire;

namespace Open311.Acceptance.Tests.Hostility;

/// <summary>What an operator says about one host is told to no other.</summary>
[CancelAfter(120_000)]
internal sealed class OtherHostTests
{
    const string Key = "acceptance-k3y-that-must-not-leak";

    [Test]
    public async Task A_redirect_to_another_host_gets_neither_key_nor_headers(CancellationToken cancellation)
    {
        await using var stranger = RawServer.Closing("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        var elsewhere = $"http://localhost:{stranger.Port}";
        await using var target = new RawServer(async (request, wire, end) =>
        {
            await wire.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {elsewhere}{request.Target}\r\nContent-Length: 0\r\n\r\n"), end);
            return false;
        });

        var run = await Open311Command.CheckAsync(
            cancellation, target.Base + "/open311/v2", "--timeout", "2", "--api-key", Key, "--extra-header", "Authorization=Bearer " + Key);

        run.ExitCode.Should().BeOneOf([1, 3], run.Printed);
        await ReportFiles.CheckAsync(run);
        stranger.Requests.Should().OnlyContain(r => !r.Head.Contains(Key, StringComparison.OrdinalIgnoreCase));
        foreach (var file in run.Files.Values)
            File.ReadAllText(file.FullName).Should().NotContain(Key);
    }

    [Test]
    public async Task The_key_is_sent_where_reads_need_it_and_written_nowhere(CancellationToken cancellation)
    {
        await using var target = RawServer.Closing("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");

        var run = await Open311Command.CheckAsync(cancellation, target.Base + "/open311/v2", "--timeout", "2", "--api-key", Key, "--verbose");

        target.Requests.Should().Contain(r => r.Target.Contains(Key, StringComparison.Ordinal));
        run.Printed.Should().Contain("REDACTED").And.NotContain(Key);
        run.Read("exchanges.har").Should().Contain("REDACTED").And.NotContain(Key);
    }
}
