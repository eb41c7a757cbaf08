using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Recordings.Replaying;

namespace Open311.Mock.Serving;

/// <summary>Puts an answer on the connection: through Kestrel where that can be done, as raw bytes where it cannot.</summary>
internal static class WireSender
{
    public static async Task SendAsync(HttpContext context, WireAnswer answer, TimeProvider time)
    {
        if (answer.Delay > TimeSpan.Zero)
            await Task.Delay(answer.Delay, time, context.RequestAborted);
        if (answer.Exact is { } exact && context.Features.Get<IConnectionTransportFeature>()?.Transport is ExactConnection transport)
            await SendExactAsync(context, exact, transport);
        else if (answer.Framing is Framing.Length or Framing.Chunked)
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

    public static async Task SendExactAsync(HttpContext context, TakeImage exact, ExactConnection transport)
    {
        if (exact.Bytes.IsEmpty)
        {
            await transport.Output.CompleteAsync();
            return;
        }

        // A head without a body is what makes way for the bytes.
        context.Response.ContentLength = 0;
        if (exact.Ends)
            context.Response.Headers.Connection = "close";
        transport.Writer.Substitute(exact.Bytes);
    }

    static async Task SendRawAsync(HttpContext context, WireAnswer answer)
    {
        var output = context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output;
        if (answer.Framing != Framing.None)
            await output.WriteAsync(WireBytes.Raw(answer, HttpMethods.IsHead(context.Request.Method)));

        // Completing the output sends what is written and then closes; aborting at once would discard it.
        await output.CompleteAsync();
    }
}
