namespace Open311.Protocol.Dates;

/// <summary>Ways in which a date-time text departs from the plain W3C form.</summary>
[Flags]
public enum DatePeculiarities
{
    /// <summary>None: <c>1994-11-05T13:15:30Z</c>.</summary>
    None = 0,

    /// <summary>Seconds are missing (allowed by the W3C note, unread by RFC 3339 parsers).</summary>
    NoSeconds = 1,

    /// <summary>A fraction of a second is given (allowed).</summary>
    Fraction = 2,

    /// <summary>Lower-case <c>t</c> or <c>z</c>.</summary>
    LowerCase = 4,

    /// <summary>The offset <c>-00:00</c>.</summary>
    NegativeZeroOffset = 8,

    /// <summary>Peculiarities that the profile allows or the register tolerates.</summary>
    Tolerated = NoSeconds | Fraction | LowerCase | NegativeZeroOffset,

    /// <summary>No zone at all.</summary>
    NoZone = 16,

    /// <summary>A zone in another form: <c>+0000</c>, <c>UTC</c>, <c>EST</c>.</summary>
    OtherZoneForm = 32,

    /// <summary>An offset of more than 14 hours, or with minutes over 59.</summary>
    OffsetOutOfRange = 64,

    /// <summary>Not <c>YYYY-MM-DDThh:mm</c>: a blank for the T, a decimal comma, another order, RFC 822, epoch numbers.</summary>
    OtherForm = 128,
}
