using System.Net;
using System.Net.Sockets;
using System.Text;
using Open311.Testing.Wire;

namespace Open311.Acceptance.Tests.Targets;

/// <summary>Targets that are hostile in size, time or framing.</summary>
internal static class HostileWire
{
    public static IEnumerable<HostileKind> All() =>
    [
        new("An endless body", "server-trouble", () => Endless("", 64 * 1024)),
        new("An endless chunked body", "server-trouble", () => Endless("Transfer-Encoding: chunked\r\n", 64 * 1024)),
        new("A body of 99 GB announced", "server-trouble", () => Endless("Content-Length: 99999999999\r\n", 64 * 1024)),
        new("A gzip bomb of 1 GB", "server-trouble", () => Bomb(GzipBomb.OfMebibytes(1024), "gzip")),
        new("A gzip bomb in a gzip bomb", "server-trouble", () => Bomb(GzipBomb.Gzip(GzipBomb.OfMebibytes(1024)), "gzip, gzip")),
        new("A slow drip", "timed-out", Drip) { Timeout = 2 },
        new("Silence", "timed-out", () => Wire.Always((_, _, end) => Task.Delay(Timeout.Infinite, end))) { Timeout = 2 },
        new("A header of 10 MB", "server-trouble", () => Wire.Always(_ => $"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 10 * Wire.Mebibyte)}\r\n\r\n", _ => "<services/>"u8.ToArray())),
        new("A million header lines", "server-trouble", () => Wire.Always(_ => $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Repeat("X-A: b\r\n", 1_000_000))}\r\n", _ => "<services/>"u8.ToArray())),
        new("Interim answers without end", "server-trouble", () => Repeating("", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")),
        new("A chunk extension without end", "server-trouble", () => Repeating("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;", "extension")),
        new("Trailers without end", "server-trouble", () => Repeating("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n", "X-T: a\r\n")),
        new("Data without a status line", "server-trouble", () => Wire.Always(_ => "", _ => "<services/>"u8.ToArray())),
        new("Invalid chunking", "server-trouble", () => Wire.Always(r => $"HTTP/1.1 200 OK\r\nContent-Type: {Wire.TypeOf(r)}\r\nTransfer-Encoding: chunked\r\n\r\n", _ => "ZZ\r\n<services/>\r\n0\r\n\r\n"u8.ToArray())),
        new("No HTTP at all", "server-trouble", () => Wire.Always(_ => "SSH-2.0-OpenSSH_9.6\u001b[31m<script>\r\n", _ => [])),
        new("A connection closed at once", "server-trouble", () => Wire.Always((_, _, _) => Task.CompletedTask)),
        new("TLS asked of a plain port", "tls-failed", PlainPort),
        new("A port where nothing listens", "connection-refused", NobodyListens),
        new("Answers of 7 MB with many nodes", "ready", () => Wire.Data(LargeLists.Of(7, 1))),
        new("Answers of 7 MB with long texts", "ready", () => Wire.Data(LargeLists.Of(7, 500))),
    ];

    static Task<HostileTarget> Endless(string framing, int size) => Wire.Always(async (request, wire, end) =>
    {
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {Wire.TypeOf(request)}\r\n{framing}\r\n"), end);
        var text = string.Concat(Enumerable.Repeat("<a>x</a>", size / 8));
        var block = Encoding.ASCII.GetBytes(framing.StartsWith("Transfer", StringComparison.Ordinal) ? $"{size:X}\r\n{text}\r\n" : text);
        while (true)
            await wire.WriteAsync(block, end);
    });

    static Task<HostileTarget> Repeating(string head, string block) => Wire.Always(async (_, wire, end) =>
    {
        await wire.WriteAsync(Encoding.ASCII.GetBytes(head), end);
        var blocks = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(block, 64 * 1024 / block.Length)));
        while (true)
            await wire.WriteAsync(blocks, end);
    });

    static Task<HostileTarget> Bomb(byte[] bomb, string coding) => Wire.Always(
        r => $"HTTP/1.1 200 OK\r\nContent-Type: {Wire.TypeOf(r)}\r\nContent-Encoding: {coding}\r\nContent-Length: {bomb.Length}\r\n\r\n", _ => bomb);

    static Task<HostileTarget> Drip() => Wire.Always(async (request, wire, end) =>
    {
        await wire.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {Wire.TypeOf(request)}\r\n\r\n"), end);
        using var drip = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await drip.WaitForNextTickAsync(end))
            await wire.WriteAsync(" "u8.ToArray(), end);
    });

    static Task<HostileTarget> PlainPort()
    {
        // What a client says first in TLS has no line ends: an answer comes all the same, as from a web server.
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = new PlainPort(listener);
        return Task.FromResult(new HostileTarget($"https://127.0.0.1:{server.Port}/open311/v2", server));
    }

    static Task<HostileTarget> NobodyListens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return Task.FromResult(new HostileTarget($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/open311/v2"));
    }
}
