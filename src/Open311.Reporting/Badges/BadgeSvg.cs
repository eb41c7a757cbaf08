using System.Globalization;
using System.Net;

namespace Open311.Reporting.Badges;

/// <summary>Draws <c>badge.svg</c>: two fields in one line, without fonts or files from elsewhere.</summary>
static class BadgeSvg
{
    const int Height = 20;
    const int Margin = 8;

    // Widths of Verdana at 11 px, near enough: the text is stretched to its field.
    const double Narrow = 4.2;
    const double Usual = 6.9;
    const double Wide = 9.2;

    public static string Of(Badge badge)
    {
        var (left, right) = (Width(badge.Label), Width(badge.Message));
        var (label, message) = (WebUtility.HtmlEncode(badge.Label), WebUtility.HtmlEncode(badge.Message));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="{Height}" role="img" aria-label="{label}: {message}">
              <title>{label}: {message}</title>
              <path fill="#33373d" d="M3 0h{left - 3}v{Height}h-{left - 3}a3 3 0 0 1-3-3v-{Height - 6}a3 3 0 0 1 3-3z"/>
              <path fill="{badge.Colour}" d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v{Height - 6}a3 3 0 0 1-3 3h-{right - 3}z"/>
              <g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
                <text x="{Margin}" y="14" textLength="{left - (2 * Margin)}" lengthAdjust="spacingAndGlyphs">{label}</text>
                <text x="{left + Margin}" y="14" textLength="{right - (2 * Margin)}" lengthAdjust="spacingAndGlyphs">{message}</text>
              </g>
            </svg>

            """).ReplaceLineEndings("\n");
    }

    static int Width(string text) => (int)Math.Ceiling(text.Sum(c => "fijlrt .,:;'|()".Contains(c) ? Narrow : "mwMW".Contains(c) ? Wide : Usual)) + (2 * Margin);
}
