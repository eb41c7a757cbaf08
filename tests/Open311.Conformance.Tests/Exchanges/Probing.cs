using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Testing.Wire;

namespace Open311.Conformance.Tests.Exchanges;

/// <summary>Short words for the tests of the probe.</summary>
internal static class Probing
{
    /// <summary>Patient, so that a busy machine is not taken for a slow server: what is to be late is late by a clock of the test's own. One question at a time has all the memory for its answer.</summary>
    public static readonly RunSettings Settings = new() { Timeout = TimeSpan.FromSeconds(120), Pause = TimeSpan.Zero, Concurrency = 1 };

    public static ProbeRequest Get(string url) => new() { Url = ProbeUrl.Exact(url), CaseId = "a-case" };

    /// <summary>Asks a server that answers with these bytes and closes.</summary>
    public static async Task<Exchange> AnsweredBy(string answer, string method = "GET", RunSettings? settings = null, params HeaderField[] headers) =>
        await AnsweredBy(Encoding.Latin1.GetBytes(answer), method, settings, headers);

    /// <summary>Asks a server that answers with these bytes and closes.</summary>
    public static async Task<Exchange> AnsweredBy(byte[] answer, string method = "GET", RunSettings? settings = null, params HeaderField[] headers)
    {
        await using var server = RawServer.Closing(answer);
        return await Ask(server, method, settings, headers);
    }

    public static async Task<Exchange> Ask(RawServer server, string method = "GET", RunSettings? settings = null, params HeaderField[] headers)
    {
        await using var probe = new HttpProbe(settings ?? Settings, TimeProvider.System);
        return await probe.SendAsync(Get(server.Base + "/services.xml") with { Method = method, Headers = headers }, CancellationToken.None);
    }

    public static string Text(this Exchange exchange) => Encoding.Latin1.GetString(exchange.Answer!.Body.Span);

    public static IEnumerable<WireDefect> Defects(this Exchange exchange) => exchange.Answer!.WireDefects.Select(d => d.Defect);

    /// <summary>An ordinary answer.</summary>
    public static string Ok(string body, string type = "text/xml", string more = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{more}\r\n{body}";
}
