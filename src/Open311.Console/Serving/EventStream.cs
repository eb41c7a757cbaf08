using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Open311.WebConsole.Serving;

/// <summary>Server-sent events: that something has changed, and no more. What it looks like now is the page's own affair.</summary>
internal sealed class EventStream
{
    // A page that is told more often would be drawn more often than anybody can read.
    static readonly TimeSpan pace = TimeSpan.FromMilliseconds(400);

    // Says to both ends that the other is still there.
    static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    readonly HttpContext context;
    readonly TimeProvider clock;
    readonly CancellationToken ended;

    public EventStream(HttpContext context, TimeProvider clock)
    {
        (this.context, this.clock) = (context, clock);
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.RegisterForDispose(either);
        ended = either.Token;
        context.Response.ContentType = "text/event-stream";
    }

    /// <summary>Sends an event without content.</summary>
    /// <exception cref="OperationCanceledException">The page is gone, or the console ends.</exception>
    public async Task SendAsync(string name)
    {
        ended.ThrowIfCancellationRequested();
        await context.Response.WriteAsync($"event: {name}\ndata: \n\n", ended);
        await context.Response.Body.FlushAsync(ended);
    }

    /// <summary>Waits for a change, though not for ever.</summary>
    public async Task WaitAsync(Task change)
    {
        await Task.WhenAny(change, Task.Delay(patience, clock, ended));
        await Task.Delay(pace, clock, ended);
    }
}
