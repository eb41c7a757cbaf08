using System.Text;
using Open311.Testing.Wire;

namespace Open311.Acceptance.Tests.Targets;

/// <summary>Words for answers on the wire.</summary>
internal static class Wire
{
    public const int Mebibyte = 1024 * 1024;

    /// <summary>Whether JSON was asked for.</summary>
    public static bool IsJson(RawRequest request) => request.Target.Split('?')[0].EndsWith(".json", StringComparison.Ordinal);

    /// <summary>The right Content-Type for what was asked.</summary>
    public static string TypeOf(RawRequest request) => IsJson(request) ? "application/json; charset=utf-8" : "text/xml; charset=utf-8";

    /// <summary>A target that answers every request alike.</summary>
    public static Task<HostileTarget> Always(Func<RawRequest, Stream, CancellationToken, Task> answer)
    {
        var server = new RawServer(async (request, wire, end) =>
        {
            await answer(request, wire, end);
            return false;
        });
        return Task.FromResult(new HostileTarget(server.Base + "/open311/v2", server));
    }

    /// <summary>A target that answers every request with this head, to which it adds nothing, and this body.</summary>
    public static Task<HostileTarget> Always(Func<RawRequest, string> head, Func<RawRequest, byte[]> body) => Always(async (request, wire, end) =>
    {
        await wire.WriteAsync(Encoding.UTF8.GetBytes(head(request)), end);
        await wire.WriteAsync(body(request), end);
    });

    /// <summary>A target that answers 200 in the format asked for.</summary>
    public static Task<HostileTarget> Data(Func<bool, byte[]> body) => Always(
        request => $"HTTP/1.1 200 OK\r\nContent-Type: {TypeOf(request)}\r\nContent-Length: {body(IsJson(request)).Length}\r\n\r\n",
        request => body(IsJson(request)));

    /// <summary>A target that answers everything with this status and page.</summary>
    public static Task<HostileTarget> Page(string status, string page, string more = "") => Always(
        _ => $"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {Encoding.UTF8.GetByteCount(page)}\r\n{more}\r\n",
        _ => Encoding.UTF8.GetBytes(page));
}
