namespace Open311.Protocol.Dates;

/// <summary>The numbers of a date-time as written, before anybody asked whether the calendar knows them.</summary>
struct DateParts
{
    const int FractionDigits = 7;

    public int Year;
    public int Month;
    public int Day;
    public int Hour;
    public int Minute;
    public int Second;
    public long Fraction;
    public int OffsetMinutes;
    public DatePeculiarities Peculiarities;

    public void Note(DatePeculiarities peculiarity) => Peculiarities |= peculiarity;

    /// <summary>Keeps as many digits of a fraction as fit into ticks of 100 ns.</summary>
    public void SetFraction(ReadOnlySpan<char> digits)
    {
        Fraction = 0;
        for (var i = 0; i < FractionDigits; i++)
            Fraction = (Fraction * 10) + (i < digits.Length ? digits[i] - '0' : 0);
    }

    /// <summary>The instant, if the calendar knows the day and the clock the time. 24:00 and a leap second exist, but not in the profile.</summary>
    public bool TryResolve(out W3CDateTime value)
    {
        value = default;
        if (Year is < 1 or > 9999 || Month is < 1 or > 12 || Day < 1 || Day > DateTime.DaysInMonth(Year, Month))
            return false;
        if (Hour is < 0 or > 24 || Minute is < 0 or > 59 || Second is < 0 or > 60)
            return false;
        if (Hour == 24 && (Minute > 0 || Second > 0 || Fraction > 0))
            return false;
        if (Second == 60 && Minute != 59 && OffsetMinutes % 60 == 0)
            return false;
        if (Hour == 24 || Second == 60)
            Note(DatePeculiarities.OtherForm);

        var local = new DateTime(Year, Month, Day).Ticks
            + (Hour * TimeSpan.TicksPerHour) + (Minute * TimeSpan.TicksPerMinute) + (Second * TimeSpan.TicksPerSecond) + Fraction;
        var offset = OffsetMinutes * TimeSpan.TicksPerMinute;
        var utc = Math.Clamp(local - offset, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        var fits = Math.Abs(OffsetMinutes) <= 14 * 60 && local >= 0 && local <= DateTime.MaxValue.Ticks && utc == local - offset;
        value = new W3CDateTime(
            fits ? new DateTimeOffset(local, TimeSpan.FromTicks(offset)) : new DateTimeOffset(utc, TimeSpan.Zero),
            Peculiarities);
        return true;
    }
}
