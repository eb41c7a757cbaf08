namespace Open311.Mock.WireMock.Stubs;

/// <summary>Looks at a shelf four times a second: editors replace files in ways that watchers of the system miss.</summary>
internal sealed class StubWatcher : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    readonly CancellationTokenSource closing = new();
    readonly Task watching;

    public StubWatcher(StubShelf shelf, TimeProvider time) => watching = Task.Run(() => WatchAsync(shelf, time));

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await watching;
        closing.Dispose();
    }

    async Task WatchAsync(StubShelf shelf, TimeProvider time)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token))
                shelf.Look();
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
    }
}
