namespace Open311.Mock.Running;

/// <summary>
/// The clock of a city, which its user owns: it runs beside real time or stands still, and is moved forward or set at will.
/// Everything in the city is dated and decided by it. Safe for use by several threads.
/// </summary>
public sealed class CityClock : TimeProvider
{
    readonly Lock moving = new();
    readonly TimeProvider real;
    readonly ClockSetting origin;
    ClockSetting setting;

    /// <summary>Makes a clock.</summary>
    /// <param name="real">Real time, or what stands for it in a test.</param>
    /// <param name="start">The instant it starts at; real time when null.</param>
    /// <param name="frozen">Whether it stands still until it is moved.</param>
    public CityClock(TimeProvider real, DateTimeOffset? start = null, bool frozen = false)
    {
        this.real = real;
        var now = real.GetUtcNow();
        var instant = (start ?? now).ToUniversalTime();
        origin = setting = frozen ? new ClockSetting(instant, TimeSpan.Zero) : new ClockSetting(null, instant - now);
    }

    /// <summary>Raised after the clock was moved, frozen or let run by hand.</summary>
    public event Action? Changed;

    /// <summary>Whether it stands still.</summary>
    public bool IsFrozen => Setting.Frozen is not null;

    internal ClockSetting Setting
    {
        get
        {
            lock (moving)
                return setting;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now(Setting);

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Moves the clock by a span; a negative one moves it back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The clock would leave the years 1 to 9998.</exception>
    public void Advance(TimeSpan span)
    {
        lock (moving)
            Set(Add(Now(setting), span));
        Changed?.Invoke();
    }

    /// <summary>Sets the clock to an instant, from where it goes on running if it was running.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies beyond the year 9998.</exception>
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

    /// <summary>Back to how it was made.</summary>
    internal void Reset() => Apply(origin);

    internal void Apply(ClockSetting changed)
    {
        lock (moving)
            setting = changed;
        Changed?.Invoke();
    }

    static DateTimeOffset Add(DateTimeOffset instant, TimeSpan span)
    {
        var ticks = instant.UtcTicks + (decimal)span.Ticks;
        // A year is kept free at the end, so that windows and expectations that reach ahead can be computed.
        return ticks >= 0 && ticks < new DateTime(9999, 1, 1).Ticks
            ? new DateTimeOffset((long)ticks, TimeSpan.Zero)
            : throw new ArgumentOutOfRangeException(nameof(span), "The city's clock can be set to instants of the years 1 to 9998 only.");
    }

    void Set(DateTimeOffset instant) => setting = setting.Frozen is not null
        ? new ClockSetting(instant, TimeSpan.Zero)
        : new ClockSetting(null, instant - real.GetUtcNow());

    DateTimeOffset Now(ClockSetting at) => at.Frozen ?? real.GetUtcNow() + at.Ahead;
}
