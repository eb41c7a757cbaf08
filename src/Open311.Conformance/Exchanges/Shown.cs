using System.Text;

namespace Open311.Conformance.Exchanges;

/// <summary>Makes received text fit for a sentence.</summary>
internal static class Shown
{
    /// <summary>The text without control characters, shortened.</summary>
    public static string Brief(string text, int most = 80)
    {
        var shown = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, most)))
            shown.Append(char.IsControl(c) || char.IsSurrogate(c) ? '\u00b7' : c);
        return text.Length > most ? shown.Append(" ...").ToString() : shown.ToString();
    }

    /// <summary>The bytes as Latin-1 text without control characters, shortened.</summary>
    public static string Brief(ReadOnlySpan<byte> bytes, int most = 60) =>
        Brief(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, most + 1)]), most);

    /// <summary>A size as people say it.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 10_000 => $"{bytes} bytes",
        < 10_000_000 => $"{bytes / 1024} KiB",
        _ => $"{bytes / (1024 * 1024)} MiB",
    };
}
