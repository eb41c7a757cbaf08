namespace Open311.Protocol.Dates;

/// <summary>Tries the forms in which date-times are met, the permitted one first.</summary>
static class DateTimeReading
{
    public static bool TryRead(string text, out W3CDateTime value)
    {
        var trimmed = text.AsSpan().Trim();
        return IsoDateTime.TryRead(trimmed, out value) || MailDateTime.TryRead(trimmed, out value) || EpochTime.TryRead(trimmed, out value);
    }
}
