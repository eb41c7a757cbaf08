using System.Globalization;
using System.Text;

namespace Open311.Reporting.Text;

/// <summary>Makes visible what a stranger may have hidden in a text: control, format and bidirectional characters.</summary>
public static class VisibleText
{
    /// <summary>Line ends and tabs stay; every other invisible character is written out.</summary>
    public static string Of(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : Rewrite(text, keepLines: true);
    }

    /// <summary>As <see cref="Of"/>, on one line: line ends and tabs are written out, too.</summary>
    public static string OneLine(string text) => Rewrite(text.Replace("\r\n", "\n", StringComparison.Ordinal), keepLines: false);

    static string Rewrite(string text, bool keepLines)
    {
        var result = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != System.Buffers.OperationStatus.Done)
                result.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)text[at]:X4}}}");
            else if (keepLines && (rune.Value is '\n' or '\t'))
                result.Append((char)rune.Value);
            else
                Append(result, rune);
            at += length;
        }

        return result.ToString();
    }

    // Written in letters: the pictures that Unicode has for control characters are missing from many fonts.
    static void Append(StringBuilder result, Rune rune) => result.Append(rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsHidden(rune) => string.Create(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X4}}}"),
        _ => rune.ToString(),
    });

    static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
}
