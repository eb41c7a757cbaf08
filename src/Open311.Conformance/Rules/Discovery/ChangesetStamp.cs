using Open311.Protocol.Dates;

namespace Open311.Conformance.Rules.Discovery;

/// <summary>A changeset read as a time.</summary>
/// <param name="Instant">The instant; read as UTC where no zone is given.</param>
/// <param name="Zoned">Whether a zone is given.</param>
readonly record struct ChangesetStamp(DateTimeOffset Instant, bool Zoned)
{
    static readonly TimeSpan skew = TimeSpan.FromMinutes(5);
    static readonly TimeSpan anyZone = TimeSpan.FromDays(1);

    /// <summary>Reads a changeset; null when it is no date.</summary>
    public static ChangesetStamp? Read(string? text)
    {
        if (text is null || text.All(char.IsAsciiDigit) || !W3CDateTime.TryRead(text, out var value))
            return null;
        return new(value.Instant, (value.Peculiarities & DatePeculiarities.NoZone) == 0);
    }

    /// <summary>Whether it is later than another instant beyond doubt: a stamp without zone may be off by a day.</summary>
    public bool IsClearlyAfter(DateTimeOffset other, bool otherZoned = true) => Instant - other > (Zoned && otherZoned ? skew : anyZone);
}
