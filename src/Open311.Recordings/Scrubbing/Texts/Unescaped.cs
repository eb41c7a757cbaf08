using System.Buffers;
using System.Globalization;
using System.Text;

namespace Open311.Recordings.Scrubbing.Texts;

/// <summary>
/// A text with every escape in it resolved, however nested and mixed (XML and HTML references, JSON escapes, percent-encoding, UTF-8 read as Latin-1, soft
/// hyphens and the like), and the way back: which stretch of the original each character came from.
/// </summary>
sealed class Unescaped
{
    const int MostRounds = 5;

    static readonly SearchValues<char> mayEscape = SearchValues.Create("&%\\\u00AD\u200B\u200C\u200D\u2060\uFEFF");

    readonly int[]? _starts;
    readonly int[]? _ends;

    Unescaped(string text, int[]? starts, int[]? ends) => (Text, _starts, _ends) = (text, starts, ends);

    /// <summary>The text as a reader finally sees it.</summary>
    public string Text { get; }

    /// <summary>The text as it stands.</summary>
    public static Unescaped Plain(string raw) => new(raw, null, null);

    /// <param name="raw">The text as it stands in its document.</param>
    /// <param name="plusIsBlank">Whether <c>+</c> means a blank, as in forms and queries.</param>
    /// <param name="isQuotedPrintable">Whether <c>=40</c> means an @.</param>
    public static Unescaped Of(string raw, bool plusIsBlank = false, bool isQuotedPrintable = false)
    {
        var result = Plain(raw);
        if (isQuotedPrintable)
            result = Round(result, QuotedPrintable) ?? result;
        for (var round = 0; round < MostRounds; round++)
        {
            var plus = plusIsBlank && round == 0 && result.Text.Contains('+');
            if (!plus && !MayHoldEscapes(result.Text))
                break;
            if (Round(result, plus ? WithPlus : Escapes.At) is not { } next)
                break;
            result = next;
        }

        return result;
    }

    /// <summary>Where a stretch of <see cref="Text"/> stands in the original: whole escapes, never parts of one.</summary>
    public (int Start, int End) Raw(int start, int end)
    {
        if (_starts is null || _ends is null)
            return (start, end);
        var from = start < _starts.Length ? _starts[start] : _ends.Length == 0 ? 0 : _ends[^1];
        return (from, end > start ? _ends[end - 1] : from);
    }

    delegate (int Used, int Made) Escape(ReadOnlySpan<char> text, Span<char> made);

    static (int, int) WithPlus(ReadOnlySpan<char> text, Span<char> made)
    {
        if (text[0] != '+')
            return Escapes.At(text, made);
        made[0] = ' ';
        return (1, 1);
    }

    static (int, int) QuotedPrintable(ReadOnlySpan<char> text, Span<char> made)
    {
        if (text[0] != '=')
            return default;
        if (text.Length > 1 && (text[1] is '\r' or '\n'))
            return (text.Length > 2 && text[2] == '\n' ? 3 : 2, 0);
        if (text.Length < 3 || !byte.TryParse(text[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            return default;
        made[0] = (char)octet;
        return (3, 1);
    }

    static bool MayHoldEscapes(string text) => text.AsSpan().ContainsAny(mayEscape) || text.AsSpan().ContainsAnyInRange('\u00C2', '\u00F4');

    static Unescaped? Round(Unescaped before, Escape escape)
    {
        var text = before.Text;
        var output = new StringBuilder(text.Length);
        var starts = new List<int>(text.Length);
        var ends = new List<int>(text.Length);
        var changed = false;
        Span<char> made = stackalloc char[4];
        for (var at = 0; at < text.Length;)
        {
            var (used, count) = escape(text.AsSpan(at), made);
            if (used == 0)
            {
                (used, count) = (1, 1);
                made[0] = text[at];
            }
            else
            {
                changed = true;
            }

            var (from, to) = before.Raw(at, at + used);
            for (var i = 0; i < count; i++)
            {
                output.Append(made[i]);
                starts.Add(from);
                ends.Add(to);
            }

            at += used;
        }

        return changed ? new Unescaped(output.ToString(), [.. starts], [.. ends]) : null;
    }
}
