using System.Globalization;
using System.Text;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>
/// Puts scrubbed lines and a scrubbed body into the bytes of an answer as they came, framing included, for those answers whose bytes are kept because nothing else
/// tells what stood on the wire.
/// </summary>
sealed class WireText(ReadOnlyMemory<byte> wire)
{
    readonly string _text = Encoding.Latin1.GetString(wire.Span);

    /// <summary>Head, body as framed, and what follows it, all as Latin-1; null when body or lines are not found in it.</summary>
    public (string Head, string Body, string Tail)? With(IReadOnlyList<HeaderLine> before, IReadOnlyList<HeaderLine> after, ReadOnlySpan<byte> bodyBefore, ReadOnlySpan<byte> bodyAfter)
    {
        var end = HeadEnd();
        return Head(_text[..end], before, after) is { } head && Body(_text[end..], Encoding.Latin1.GetString(bodyBefore), Encoding.Latin1.GetString(bodyAfter)) is var (body, tail)
            ? (head, body, tail)
            : null;
    }

    int HeadEnd()
    {
        var found = new[] { "\r\n\r\n", "\n\n", "\n\r\n" }.Select(gap => (At: _text.IndexOf(gap, StringComparison.Ordinal), gap.Length)).Where(g => g.At >= 0).ToList();
        return found.Count == 0 ? _text.Length : found.Min(g => g.At + g.Length);
    }

    static string? Head(string head, IReadOnlyList<HeaderLine> before, IReadOnlyList<HeaderLine> after)
    {
        var output = new StringBuilder();
        var at = 0;
        foreach (var (was, now) in before.Zip(after))
        {
            if (was == now)
                continue;
            var line = LineOf(head, was, at);
            if (line < 0)
                return null;
            output.Append(head, at, line - at).Append(now.Value);
            at = line + was.Value.Length;
        }

        return output.Append(head, at, head.Length - at).ToString();
    }

    /// <summary>Where the value of a line stands; -1 when it is not there.</summary>
    static int LineOf(string head, HeaderLine line, int from)
    {
        for (var at = from; ; at++)
        {
            at = head.IndexOf(line.Name, at, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return -1;
            var colon = at + line.Name.Length;
            while (colon < head.Length && (head[colon] is ' ' or '\t'))
                colon++;
            var value = colon + 1;
            while (value < head.Length && (head[value] is ' ' or '\t'))
                value++;
            if ((at == 0 || head[at - 1] == '\n') && colon < head.Length && head[colon] == ':' && string.CompareOrdinal(head, value, line.Value, 0, line.Value.Length) == 0)
                return value;
        }
    }

    static (string Body, string Tail)? Body(string framed, string before, string after)
    {
        if (before.Length == 0)
            return ("", framed);
        var at = framed.IndexOf(before, StringComparison.Ordinal);
        if (at >= 0)
            return (framed[..at] + after, framed[(at + before.Length)..]);
        return Chunked(framed, before, after);
    }

    // As many chunks as there were, each as long as it was as far as that goes; the last takes what is left over.
    static (string, string)? Chunked(string framed, string before, string after)
    {
        var chunks = new List<(int Size, int SizeEnd, int Data, int Length)>();
        var at = 0;
        var total = 0;
        while (total < before.Length)
        {
            var line = framed.IndexOf('\n', at);
            var size = at;
            while (size < framed.Length && char.IsAsciiHexDigit(framed[size]))
                size++;
            if (line < 0 || size == at || !int.TryParse(framed.AsSpan(at, size - at), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length) || length == 0)
                return null;
            length = Math.Min(length, framed.Length - line - 1);
            if (length <= 0 || length > before.Length - total || string.CompareOrdinal(framed, line + 1, before, total, length) != 0)
                return null;
            chunks.Add((at, size, line + 1, length));
            total += length;
            at = line + 1 + length;
            while (at < framed.Length && (framed[at] is '\r' or '\n'))
                at++;
        }

        return (Rechunked(framed, chunks, after), framed[(chunks[^1].Data + chunks[^1].Length)..]);
    }

    static string Rechunked(string framed, List<(int Size, int SizeEnd, int Data, int Length)> chunks, string after)
    {
        var output = new StringBuilder();
        var (from, used) = (0, 0);
        if (after.Length < chunks.Count)
            chunks = chunks[..Math.Min(after.Length, 1)];
        if (chunks.Count == 0)
            return "";
        for (var i = 0; i < chunks.Count; i++)
        {
            var (size, sizeEnd, data, length) = chunks[i];
            // Each later chunk needs a byte at least: one of none would end the body.
            var take = i == chunks.Count - 1 ? after.Length - used : Math.Clamp(length, 1, Math.Max(1, after.Length - used - (chunks.Count - 1 - i)));
            output.Append(framed, from, size - from).Append(take.ToString("x", CultureInfo.InvariantCulture)).Append(framed, sizeEnd, data - sizeEnd).Append(after, used, take);
            used += take;
            from = data + length;
        }

        return output.ToString();
    }
}
