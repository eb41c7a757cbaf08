using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Open311.Mock.Serving;

/// <summary>Puts an answer on the connection: through Kestrel where that can be done, as raw bytes where it cannot.</summary>
internal static class WireSender
{
    public static async Task SendAsync(HttpContext context, WireAnswer answer, TimeProvider time)
    {
        if (answer.Delay > TimeSpan.Zero)
            await Task.Delay(answer.Delay, time, context.RequestAborted);
        if (answer.Framing is Framing.Length or Framing.Chunked)
            await SendByKestrelAsync(context, answer, time);
        else
            await SendRawAsync(context, answer);
    }

    static async Task WriteAsync(HttpContext context, WireAnswer answer, TimeProvider time)
    {
        if (answer.BytesPerSecond == 0)
        {
            await context.Response.Body.WriteAsync(answer.Body);
            return;
        }

        // Ten times a second, so that a client sees it trickle.
        var step = Math.Max(1, answer.BytesPerSecond / 10);
        for (var at = 0; at < answer.Body.Length; at += step)
        {
            await context.Response.Body.WriteAsync(answer.Body.Slice(at, Math.Min(step, answer.Body.Length - at)), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(TimeSpan.FromMilliseconds(100), time, context.RequestAborted);
        }
    }

    static async Task SendByKestrelAsync(HttpContext context, WireAnswer answer, TimeProvider time)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        if (answer.Reason is { } reason)
            context.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = reason;
        foreach (var (name, value) in answer.Headers)
            response.Headers.Append(name, value);
        if (answer.Framing == Framing.Length && answer.Status is not (204 or 304))
            response.ContentLength = answer.Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method) && answer.Status is not (204 or 304))
            await WriteAsync(context, answer, time);
    }

    static async Task SendRawAsync(HttpContext context, WireAnswer answer)
    {
        var output = context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output;
        if (answer.Framing != Framing.None)
        {
            var body = HttpMethods.IsHead(context.Request.Method) ? ReadOnlyMemory<byte>.Empty : answer.Body;
            await output.WriteAsync(Encoding.Latin1.GetBytes(Head(answer, body.Length)));
            await output.WriteAsync(Framed(answer.Framing, body));
        }

        // Completing the output sends what is written and then closes; aborting at once would discard it.
        await output.CompleteAsync();
    }

    static string Head(WireAnswer answer, int length)
    {
        var end = answer.Framing == Framing.LineFeedOnly ? "\n" : "\r\n";
        var version = answer.Framing == Framing.Http10 ? "HTTP/1.0" : "HTTP/1.1";
        var head = new StringBuilder($"{version} {answer.Status} {answer.Reason ?? ReasonPhrases.GetReasonPhrase(answer.Status)}{end}");
        foreach (var (name, value) in answer.Headers)
            head.Append(name).Append(": ").Append(value).Append(end);
        head.Append(answer.Framing switch
        {
            Framing.Short => $"Content-Length: {length + 100}{end}",
            Framing.Surplus or Framing.LineFeedOnly => $"Content-Length: {length}{end}",
            Framing.BadChunk or Framing.NoLastChunk => $"Transfer-Encoding: chunked{end}",
            _ => "",
        });
        return head.Append("Connection: close").Append(end).Append(end).ToString();
    }

    static byte[] Framed(Framing framing, ReadOnlyMemory<byte> body)
    {
        var bytes = body.ToArray();
        return framing switch
        {
            Framing.BadChunk => [.. "ZZ\r\n"u8, .. bytes, .. "\r\n0\r\n\r\n"u8],
            Framing.NoLastChunk => [.. Encoding.ASCII.GetBytes($"{bytes.Length:X}\r\n"), .. bytes, .. "\r\n"u8],
            Framing.Surplus => [.. bytes, .. "\r\n<!-- late -->\r\n"u8],
            _ => bytes,
        };
    }
}
