using Open311.Conformance.Exchanges;

namespace Open311.Cli.Tests.Verifying;

/// <summary>Presses Ctrl-C once so many exchanges are made.</summary>
sealed class StoppingExchanges(IExchangeSource source, CancellationTokenSource stop, int after) : IExchangeSource
{
    int made;

    public bool IsLive => source.IsLive;

    public async ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref made) == after)
            await stop.CancelAsync();
        return await source.SendAsync(request, cancellation);
    }
}
