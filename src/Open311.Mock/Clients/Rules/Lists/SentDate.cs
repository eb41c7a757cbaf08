using Open311.Protocol.Dates;

namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>A date argument as it was meant: a plus sign that was not encoded is put back.</summary>
internal readonly record struct SentDate(string Text, bool LostPlus, W3CDateTime? Value)
{
    const DatePeculiarities Wrong = DatePeculiarities.OtherForm | DatePeculiarities.OtherZoneForm | DatePeculiarities.OffsetOutOfRange;

    public bool IsRightForm => Value is { } value && (value.Peculiarities & Wrong) == 0;

    public bool HasZone => Value is { } value && (value.Peculiarities & DatePeculiarities.NoZone) == 0;

    public static SentDate Of(SentArgument argument)
    {
        var text = argument.Value.Trim();
        var lost = text.Length > 6 && text[^6] == ' ' && text[^3] == ':';
        if (lost)
            text = $"{text[..^6]}+{text[^5..]}";
        return new SentDate(text, lost, W3CDateTime.TryRead(text, out var value) ? value : null);
    }

    /// <summary>The date in the form that is asked for; today's where nothing can be made of it.</summary>
    public string Mended(ClientCall call) => W3CDateTime.Write(Value?.Instant.ToUniversalTime() ?? call.At.AddDays(-30));
}
