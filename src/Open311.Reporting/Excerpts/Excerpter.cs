using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Reporting.Redaction;
using Open311.Reporting.Text;

namespace Open311.Reporting.Excerpts;

/// <summary>Cuts excerpts out of bodies. What all of them together may take is bounded.</summary>
sealed class Excerpter(SecretMask mask, int budget = Excerpter.Budget)
{
    /// <summary>Characters in all excerpts of one report.</summary>
    public const int Budget = 3_000_000;

    const int Before = 3;
    const int After = 5;
    const int Longest = 240;

    readonly Dictionary<int, byte[]> converted = [];
    int left = budget;

    /// <summary>The lines around a place, or the first lines when no place is known; null without a body or budget.</summary>
    public Excerpt? Around(Exchange? exchange, int? line, string? pointer)
    {
        if (exchange?.Answer is not { Body.IsEmpty: false } answer || left <= 0)
            return null;
        var body = Utf8(exchange.Number, answer.Body);
        var lines = Cut(body, line is > 0 ? line : null, pointer);
        if (lines.Count == 0)
            return null;
        var excerpt = new Excerpt(lines, exchange.Number, answer.Body.Length, line is > 0 ? line : null);
        left -= excerpt.Length;
        return excerpt;
    }

    List<ExcerptLine> Cut(ReadOnlyMemory<byte> body, int? marked, string? pointer)
    {
        var first = Math.Max(1, (marked ?? 1) - Before);
        var last = (marked ?? 1) + After;
        List<ExcerptLine> lines = [];
        var bytes = body.Span;
        var start = 0;
        for (var number = 1; number <= last && start < bytes.Length; number++)
        {
            var length = bytes[start..].IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : start + length;
            if (number >= first)
            {
                var line = bytes[start..end];
                var isMarked = number == marked;
                var place = isMarked && line.Length > Longest ? PlaceFinder.Offset(body, start..end, number, pointer) : 0;
                lines.Add(new ExcerptLine(number, Window(line, place), isMarked));
            }

            start = end + 1;
        }

        return lines;
    }

    string Window(ReadOnlySpan<byte> line, int place)
    {
        var from = CharacterStart(line, Math.Clamp(place - Longest / 3, 0, Math.Max(0, line.Length - Longest)));
        var to = CharacterStart(line, Math.Min(line.Length, from + Longest));

        // The bytes just outside the window are looked at, too: a secret must not slip through by being cut in half.
        var head = Encoding.UTF8.GetString(line[Math.Max(0, from - mask.Margin)..from]);
        var middle = Encoding.UTF8.GetString(line[from..to]);
        var tail = Encoding.UTF8.GetString(line[to..Math.Min(line.Length, to + mask.Margin)]);
        var clean = mask.ApplyTo(head + middle + tail, head.Length, head.Length + middle.Length);
        return (from > 0 ? "… " : "") + VisibleText.OneLine(clean.TrimEnd('\r')) + (to < line.Length ? " …" : "");
    }

    static int CharacterStart(ReadOnlySpan<byte> line, int at)
    {
        for (var back = 0; back < 3 && at > 0 && at < line.Length && (line[at] & 0xC0) == 0x80; back++)
            at--;
        return at;
    }

    // Excerpts are cut from UTF-8; bodies in UTF-16 are turned into it, once.
    ReadOnlyMemory<byte> Utf8(int number, ReadOnlyMemory<byte> body)
    {
        var encoding = body.Span switch
        {
            [0xFF, 0xFE, ..] or [(byte)'<' or (byte)'[' or (byte)'{', 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, (byte)'<' or (byte)'[' or (byte)'{', ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (encoding is null)
            return body;
        if (!converted.TryGetValue(number, out var text))
            converted[number] = text = Encoding.Convert(encoding, Encoding.UTF8, body.ToArray());
        return text;
    }
}
