using System.Globalization;

namespace Open311.Reporting.Text;

/// <summary>Keeps what a target sent from filling a report.</summary>
static class Bounded
{
    /// <summary>Longest text of one field of a finding, in UTF-16 units.</summary>
    public const int Field = 2_000;

    /// <summary>Cuts at <paramref name="limit"/>, never inside a surrogate pair, and says how long the text was.</summary>
    public static string Cut(string text, int limit = Field)
    {
        if (text.Length <= limit)
            return text;
        return string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, SafeEnd(text, limit))} … ({text.Length:N0} characters in all)");
    }

    /// <summary>Cuts at <paramref name="limit"/> with an ellipsis only: for headlines.</summary>
    public static string Short(string text, int limit) =>
        text.Length <= limit ? text : string.Concat(text.AsSpan(0, SafeEnd(text, limit - 1)), "…");

    static int SafeEnd(string text, int end) => char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
