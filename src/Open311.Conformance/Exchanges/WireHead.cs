using System.Buffers;
using System.Text;

namespace Open311.Conformance.Exchanges;

/// <summary>The head of an answer as it stood on the wire.</summary>
internal sealed class WireHead
{
    static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    // Where two of them differ, recipients disagree on what the answer means.
    static readonly string[] Single =
        ["Age", "Content-Length", "Content-Location", "Content-Type", "Date", "ETag", "Expires", "Last-Modified", "Location", "Retry-After"];

    readonly List<HeaderField> headers = [];

    WireHead()
    {
    }

    /// <summary>The status code.</summary>
    public int Status { get; private set; }

    /// <summary>The reason phrase.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Such as <c>HTTP/1.1</c>.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The header lines in order.</summary>
    public IReadOnlyList<HeaderField> Headers => headers;

    /// <summary>Where the body begins; the end of the bytes when the head is not complete.</summary>
    public int BodyStart { get; private set; }

    /// <summary>Whether the empty line after the headers arrived.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Reads the final head, passing over interim (1xx) answers.</summary>
    /// <returns>Null when no status line is there.</returns>
    public static WireHead? Read(ReadOnlySpan<byte> raw, DefectList defects)
    {
        for (var start = 0; ;)
        {
            var head = new WireHead();
            var found = new DefectList();
            if (!head.ReadLines(raw, start, found))
                return null;
            if (head.Status is < 100 or >= 200 or 101 || !head.IsComplete || head.BodyStart == raw.Length)
            {
                defects.AddRange(found);
                return head;
            }

            start = head.BodyStart;
        }
    }

    /// <summary>All values of a header.</summary>
    public IEnumerable<string> Values(string name) =>
        headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    /// <summary>All members of a header that is a comma list.</summary>
    public IEnumerable<string> Members(string name) => Members(headers, name);

    /// <summary>All members of a header that is a comma list.</summary>
    public static IEnumerable<string> Members(IReadOnlyList<HeaderField> headers, string name) =>
        headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(h => h.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    bool ReadLines(ReadOnlySpan<byte> raw, int start, DefectList defects)
    {
        var at = start;
        while (true)
        {
            var length = raw[at..].IndexOf((byte)'\n');
            var bytes = length < 0 ? raw[at..] : raw.Slice(at, length);
            if (length >= 0 && (bytes.IsEmpty || bytes[^1] != '\r'))
                defects.Add(WireDefect.LineFeedOnly, "Lines of the head end in a line feed without a carriage return.");
            if (length >= 0 && !bytes.IsEmpty && bytes[^1] == '\r')
                bytes = bytes[..^1];
            var line = Encoding.Latin1.GetString(bytes);

            if (at == start)
            {
                if (!ReadStatusLine(line, defects))
                    return false;
            }
            else if (line.Length == 0 && length >= 0)
            {
                BodyStart = at + length + 1;
                IsComplete = true;
                break;
            }
            else if (length >= 0)
            {
                ReadHeaderLine(line, defects);
            }

            if (length < 0)
            {
                BodyStart = raw.Length;
                break;
            }

            at += length + 1;
        }

        foreach (var name in Single)
        {
            var values = Values(name).ToList();
            if (values.Count > 1)
                defects.Add(WireDefect.DuplicateHeader, $"The header {name} occurs {values.Count} times: {string.Join(" and ", values.Select(v => $"'{Shown.Brief(v)}'"))}.");
        }

        return true;
    }

    bool ReadStatusLine(string line, DefectList defects)
    {
        var parts = line.Split(' ', 3);
        if (!parts[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) || parts.Length < 2 || !IsStatus(parts[1]))
            return false;

        Version = parts[0];
        Status = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        Reason = parts.Length > 2 ? parts[2] : "";
        if (Version is not ("HTTP/1.1" or "HTTP/1.0") || Status < 100)
            defects.Add(WireDefect.MalformedHead, $"The status line '{Shown.Brief(line)}' is not that of an HTTP/1.1 answer.");
        return true;

        static bool IsStatus(string text) => text.Length == 3 && text.All(char.IsAsciiDigit);
    }

    void ReadHeaderLine(string line, DefectList defects)
    {
        if (line[0] is ' ' or '\t' && headers.Count > 0)
        {
            defects.Add(WireDefect.FoldedHeader, $"The header {Shown.Brief(headers[^1].Name)} is folded over several lines.");
            headers[^1] = headers[^1] with { Value = $"{headers[^1].Value} {line.Trim()}".Trim() };
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? "" : line[..colon];
        if (name.TrimEnd(' ', '\t') is var trimmed && trimmed.Length < name.Length && trimmed.Length > 0)
        {
            defects.Add(WireDefect.SpaceBeforeColon, $"A blank stands before the colon of the header {Shown.Brief(trimmed)}.");
            name = trimmed;
        }

        var value = line[(colon + 1)..].Trim(' ', '\t');
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenCharacters))
            defects.Add(WireDefect.MalformedHead, $"The line '{Shown.Brief(line)}' in the head is not a header.");
        else if (value.Any(c => c is < ' ' and not '\t' or '\x7f'))
            defects.Add(WireDefect.MalformedHead, $"The header {Shown.Brief(name)} contains a control character.");
        if (name.Length > 0)
            headers.Add(new HeaderField(name, value));
    }
}
