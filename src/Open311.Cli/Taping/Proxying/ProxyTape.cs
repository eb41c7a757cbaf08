using Open311.Conformance.Exchanges;

namespace Open311.Cli.Taping.Proxying;

/// <summary>What has passed so far, bounded. Safe for use by several threads.</summary>
/// <param name="options">The bounds.</param>
internal sealed class ProxyTape(ProxyOptions options)
{
    readonly Lock gate = new();
    readonly List<Exchange> exchanges = [];
    readonly TaskCompletionSource<string> full = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long bytes;

    /// <summary>Done, with a sentence, when no more is taken.</summary>
    public Task<string> Full => full.Task;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
                return exchanges.Count;
        }
    }

    /// <summary>Takes an exchange; what comes after the last that fits is not taken.</summary>
    public void Add(Exchange exchange)
    {
        lock (gate)
        {
            if (full.Task.IsCompleted)
                return;
            exchanges.Add(exchange);
            bytes += exchange.Request.Body.Length + (exchange.Answer is { } answer ? answer.Body.Length + answer.Coded.Length + answer.Raw.Length : 0);
            if (exchanges.Count >= options.MostCalls)
                full.TrySetResult($"{exchanges.Count} calls are recorded, which is as many as were asked for; --max-calls allows more.");
            else if (bytes >= options.MostBytes)
                full.TrySetResult($"{exchanges.Count} calls of {options.MostBytes / (1024 * 1024)} MiB together are recorded, which is as much as is kept.");
            changed.TrySetResult();
        }
    }

    /// <summary>All there is.</summary>
    public IReadOnlyList<Exchange> Take()
    {
        lock (gate)
        {
            if (changed.Task.IsCompleted)
                changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return [.. exchanges];
        }
    }

    /// <summary>Done when there is more than was taken.</summary>
    public Task Changed
    {
        get
        {
            lock (gate)
                return changed.Task;
        }
    }
}
