using Open311.Mock.Cities;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;

namespace Open311.Mock.Serving;

/// <summary>Serves a city file anew when it changes. Looks twice a second: editors replace files in ways that watchers miss.</summary>
internal sealed class CityWatcher : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    readonly CancellationTokenSource closing = new();
    readonly Task watching;

    public CityWatcher(string file, RunningCity city, CityServerOptions options) => watching = WatchAsync(file, city, options);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await watching;
        closing.Dispose();
    }

    async Task WatchAsync(string file, RunningCity city, CityServerOptions options)
    {
        var seen = Stamp(file);
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(closing.Token))
            {
                var now = Stamp(file);
                if (now == seen || now.Length == 0)
                    continue;
                seen = now;
                options.Reloaded?.Invoke(Reload(file, city, options));
            }
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
    }

    static string? Reload(string file, RunningCity city, CityServerOptions options)
    {
        try
        {
            city.Reload(ServerParts.WithKey(City.LoadFile(file), options));
            return null;
        }
        catch (Exception e) when (e is FixtureException or CityException)
        {
            return e.Message;
        }
    }

    static (DateTime Written, long Length) Stamp(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }
}
