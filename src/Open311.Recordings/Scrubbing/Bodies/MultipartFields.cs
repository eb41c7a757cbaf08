using System.Text;
using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>The parts of a multipart body (RFC 2046, 5.1). Read as Latin-1, so that pictures in it do no harm; texts in UTF-8 are found all the same.</summary>
sealed partial class MultipartFields(byte[] bytes, string contentType, FieldKeeper keeper)
{
    readonly string _text = Encoding.Latin1.GetString(bytes);
    readonly List<Field> _fields = [];
    int _pictures;

    public BodyPlan Plan()
    {
        var boundary = Boundary().Match(contentType);
        if (!boundary.Success)
            return BodyPlan.Refuse("It is said to be multipart, and its Content-Type names no boundary.");
        var delimiter = "--" + (boundary.Groups["q"].Success ? boundary.Groups["q"].Value : boundary.Groups["b"].Value);
        var at = _text.IndexOf(delimiter, StringComparison.Ordinal);
        if (at < 0)
            return BodyPlan.Refuse("It is said to be multipart, and its boundary is nowhere in it.");
        while (at >= 0)
        {
            var start = at + delimiter.Length;
            var next = _text.IndexOf(delimiter, start, StringComparison.Ordinal);
            if (next >= 0)
                Part(start, next);
            else if (!_text.AsSpan(start).StartsWith("--"))
                return BodyPlan.Refuse("It is cut off: its last boundary is missing.");
            at = next;
        }

        return new BodyPlan
        {
            Text = _text,
            Fields = _fields,
            Encode = Encoding.Latin1.GetBytes,
            Note = _pictures == 0 ? null : $"{_pictures} attached files were replaced by placeholders.",
        };
    }

    void Part(int start, int end)
    {
        var blank = _text.IndexOf("\r\n\r\n", start, end - start, StringComparison.Ordinal);
        var gap = blank < 0 ? _text.IndexOf("\n\n", start, end - start, StringComparison.Ordinal) : blank;
        if (gap < 0)
            return;
        var headers = _text[start..gap];
        var from = gap + (blank < 0 ? 2 : 4);
        var to = end - (_text.AsSpan(0, end).EndsWith("\r\n") ? 2 : _text.AsSpan(0, end).EndsWith("\n") ? 1 : 0);
        var name = Name().Match(headers) is { Success: true } named ? named.Groups["n"].Value : "part";
        var file = FileName().Match(headers);
        if (file.Success && file.Groups["n"].Length > 0)
            _fields.Add(new Field("filename", ValueKind.FileName, [(start + file.Groups["n"].Index, start + file.Groups["n"].Index + file.Groups["n"].Length)], () => $"{name}/filename"));
        if (to <= from)
            return;
        var normal = FieldNames.Normal(name);
        var isFile = file.Success || _text.AsSpan(from, to - from).ContainsAnyInRange('\0', '\b');
        if (isFile)
            _pictures++;
        var kind = isFile ? ValueKind.File : FieldNames.Kind(normal) ?? ValueKind.FreeText;
        _fields.Add(new Field(name, kind, [(from, to)], () => name) { IsSpared = keeper.Keeps(normal), IsQuotedPrintable = QuotedPrintable().IsMatch(headers) });
    }

    [GeneratedRegex("""boundary\s*=\s*(?:"(?<q>[^"]+)"|(?<b>[^\s;,]+))""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex("""[;\s]name\s*=\s*"?(?<n>[^";\r\n]+)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("""filename\*?\s*=\s*"?(?<n>[^";\r\n]*)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FileName();

    [GeneratedRegex("""content-transfer-encoding\s*:\s*quoted-printable""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex QuotedPrintable();
}
