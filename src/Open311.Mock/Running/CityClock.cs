namespace Open311.Mock.Running;

/// <summary>
/// The clock of a city, which its user owns: it runs beside real time or stands still, and is moved forward or set at will.
/// Everything in the city is dated and decided by it. Safe for use by several threads.
/// </summary>
public sealed class CityClock : TimeProvider
{
    readonly Lock moving = new();
    readonly TimeProvider real;
    readonly DateTimeOffset? start;
    readonly bool frozen;
    volatile ClockSetting setting;

    /// <summary>Makes a clock.</summary>
    /// <param name="real">Real time, or what stands for it in a test.</param>
    /// <param name="start">The instant it starts at; real time when null.</param>
    /// <param name="frozen">Whether it stands still until it is moved.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the years 3 to 9979.</exception>
    public CityClock(TimeProvider real, DateTimeOffset? start = null, bool frozen = false)
    {
        this.real = real;
        this.start = start is { } given ? Add(given.ToUniversalTime(), TimeSpan.Zero) : null;
        this.frozen = frozen;
        setting = Origin();
    }

    /// <summary>Raised after the user moved it, stopped it or let it run.</summary>
    public event Action? Changed;

    /// <summary>Whether it stands still.</summary>
    public bool IsFrozen => Setting.Frozen is not null;

    // Read for every call: a setting never changes, it is only put in the place of another.
    internal ClockSetting Setting => setting;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now(Setting);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Moves the clock by a span; a negative one moves it back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The clock would leave the years 3 to 9979.</exception>
    public void Advance(TimeSpan span)
    {
        lock (moving)
            Set(Add(Now(setting), span));
        Changed?.Invoke();
    }

    /// <summary>Sets the clock to an instant, from where it goes on running if it was running.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies outside the years 3 to 9979.</exception>
    public void SetTo(DateTimeOffset instant)
    {
        lock (moving)
            Set(Add(instant.ToUniversalTime(), TimeSpan.Zero));
        Changed?.Invoke();
    }

    /// <summary>Stops the clock where it is.</summary>
    public void Freeze()
    {
        lock (moving)
            setting = new ClockSetting(Now(setting), TimeSpan.Zero);
        Changed?.Invoke();
    }

    /// <summary>Lets the clock run from where it is.</summary>
    public void Run()
    {
        lock (moving)
            setting = new ClockSetting(null, Now(setting) - real.GetUtcNow());
        Changed?.Invoke();
    }

    internal void Apply(ClockSetting changed)
    {
        lock (moving)
            setting = changed;
    }

    /// <summary>How it stands when it starts now.</summary>
    internal ClockSetting Origin()
    {
        var now = real.GetUtcNow();
        return frozen ? new ClockSetting(start ?? now, TimeSpan.Zero) : new ClockSetting(null, start is { } instant ? instant - now : TimeSpan.Zero);
    }

    static DateTimeOffset Add(DateTimeOffset instant, TimeSpan span)
    {
        var ticks = instant.UtcTicks + (decimal)span.Ticks;
        // Years are kept free at both ends, so that windows and expectations that reach beyond the instant can be computed.
        return ticks >= new DateTime(3, 1, 1).Ticks && ticks < new DateTime(9980, 1, 1).Ticks
            ? new DateTimeOffset((long)ticks, TimeSpan.Zero)
            : throw new ArgumentOutOfRangeException(nameof(span), "The city's clock can be set to instants of the years 3 to 9979 only.");
    }

    void Set(DateTimeOffset instant) => setting = setting.Frozen is not null
        ? new ClockSetting(instant, TimeSpan.Zero)
        : new ClockSetting(null, instant - real.GetUtcNow());

    /// <summary>What it shows at this moment when it stands like that.</summary>
    internal DateTimeOffset Reading(ClockSetting at) => Now(at);

    DateTimeOffset Now(ClockSetting at) => at.Frozen ?? real.GetUtcNow() + at.Ahead;
}
