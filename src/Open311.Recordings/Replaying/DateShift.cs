using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Open311.Recordings.Replaying;

/// <summary>Moves the dates (YYYY-MM-DD, with or without a time) of a text by whole days; times, zones and lengths stay.</summary>
/// <param name="Days">By how many.</param>
public sealed partial record DateShift(int Days)
{
    /// <summary>The bytes with their dates moved; in encodings that keep ASCII as it is.</summary>
    /// <param name="bytes">A body.</param>
    public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> bytes)
    {
        if (Days == 0 || bytes.IsEmpty)
            return bytes;
        var text = Encoding.Latin1.GetString(bytes.Span);
        var moved = Of(text);
        return ReferenceEquals(text, moved) ? bytes : Encoding.Latin1.GetBytes(moved);
    }

    /// <summary>The text with its dates moved.</summary>
    /// <param name="text">A text.</param>
    public string Of(string text) => Days == 0 ? text : Date().Replace(text, Moved);

    /// <summary>The other way.</summary>
    public DateShift Back => new(-Days);

    string Moved(Match date) =>
        DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.DayNumber + Days is > 0 and < 3_652_000
            ? day.AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date.Value;

    [GeneratedRegex(@"(?<![0-9A-Za-z-])(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?![0-9-])", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
