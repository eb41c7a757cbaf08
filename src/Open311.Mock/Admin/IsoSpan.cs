using System.Xml;

namespace Open311.Mock.Admin;

/// <summary>Durations of ISO 8601 without years and months, whose length nobody knows: <c>P90D</c>, <c>PT2H30M</c>, <c>P2W</c>.</summary>
internal static class IsoSpan
{
    public static bool TryRead(string text, out TimeSpan span)
    {
        span = default;
        var sign = text.StartsWith('-') ? -1 : 1;
        var body = text.TrimStart('-');
        if (body.Length is < 3 or > 40 || body.Split('T')[0].AsSpan().ContainsAny('Y', 'M'))
            return false;
        try
        {
            span = body.EndsWith('W') && int.TryParse(body[1..^1], out var weeks) && body[0] == 'P'
                ? TimeSpan.FromDays(7L * weeks * sign)
                : XmlConvert.ToTimeSpan(body) * sign;
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
