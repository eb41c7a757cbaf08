using System.Collections.Concurrent;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Exchanges;

/// <summary>
/// Sends requests over the network and keeps every byte of the answers. Follows nothing, repeats nothing, decodes by itself, and is bounded in
/// size, time and memory. Safe for concurrent use.
/// </summary>
public sealed class HttpProbe : IExchangeSource, IAsyncDisposable
{
    readonly RunSettings settings;
    readonly TimeProvider clock;
    readonly ProbeLimits limits;
    readonly Pacer pacer;
    readonly SemaphoreSlim places;
    readonly ConcurrentStack<Lane> lanes = new();
    readonly SegmentPool pool = new();
    readonly MemoryBudget budget;
    readonly IAddressRule? rule;

    /// <summary>Makes a probe.</summary>
    /// <param name="settings">Rate, concurrency, time limit and size limit.</param>
    /// <param name="clock">The clock that pacing, time limits and timings go by.</param>
    /// <param name="rule">Which addresses it may connect to; null for all.</param>
    public HttpProbe(RunSettings settings, TimeProvider clock, IAddressRule? rule = null)
        : this(settings, clock, new ProbeLimits(), rule)
    {
    }

    /// <summary>Makes a probe for recording: it keeps bodies as they were coded for the wire, too.</summary>
    /// <param name="settings">Rate, concurrency, time limit and size limit.</param>
    /// <param name="clock">The clock that pacing, time limits and timings go by.</param>
    public static HttpProbe ForRecording(RunSettings settings, TimeProvider clock) => new(settings, clock, new ProbeLimits { KeepsCoded = true });

    internal HttpProbe(RunSettings settings, TimeProvider clock, ProbeLimits limits, IAddressRule? rule = null)
    {
        this.rule = rule;
        this.settings = settings;
        this.clock = clock;
        this.limits = limits;
        budget = new MemoryBudget(limits.Total, Math.Max(1, settings.Concurrency));
        pacer = new Pacer(settings.Rate, clock);
        places = new SemaphoreSlim(Math.Max(1, settings.Concurrency));
    }

    /// <inheritdoc/>
    public async ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation)
    {
        await places.WaitAsync(cancellation);
        try
        {
            await pacer.WaitAsync(cancellation);
            return await ExchangeAsync(request, cancellation);
        }
        finally
        {
            places.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        while (lanes.TryPop(out var lane))
            lane.Dispose();
        places.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task<Exchange> ExchangeAsync(ProbeRequest request, CancellationToken cancellation)
    {
        using var message = MessageComposer.Compose(request);
        var allowed = budget.Reserve(Math.Min(limits.KeptOfCut, settings.MaxBodyBytes), settings.MaxBodyBytes);
        var spent = 0L;
        var lane = Rent(request);
        var reusable = false;
        try
        {
            var course = new ExchangeCourse(request, settings, limits, pool, clock, allowed);
            var exchange = await course.RunAsync(lane, message, cancellation);
            spent = MemoryBudget.Size(exchange.Answer);
            reusable = exchange.Outcome == ExchangeOutcome.Answered && !course.HasTouchedConnection;
            return exchange;
        }
        finally
        {
            budget.Settle(allowed, spent);
            lane.Finish();
            if (reusable)
                lanes.Push(lane);
            else
                lane.Dispose();
        }
    }

    Lane Rent(ProbeRequest request)
    {
        if (!lanes.TryPop(out var lane))
            return new Lane(limits, rule);
        if (request.Method is "GET" or "HEAD" || !lane.IsUsed)
            return lane;

        // A kept connection may have gone stale, and a request that writes must not be in doubt for that reason.
        lane.Dispose();
        return new Lane(limits, rule);
    }
}
