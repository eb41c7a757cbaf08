using System.Text;
using System.Text.Unicode;

namespace Open311.Protocol.Documents.Decoding;

/// <summary>Decodes a body strictly as UTF-8, tells what else it is, and goes on with what can be had.</summary>
static class BodyDecoder
{
    static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    public static DecodedBody Decode(ReadOnlyMemory<byte> bytes, DefectLog defects)
    {
        if (OtherEncoding(bytes.Span) is { } other)
        {
            var (encoding, mark) = other;
            var how = mark == 0 ? "The pattern of its zero bytes" : "The byte order mark";
            defects.Add(
                DefectKind.OtherUnicodeEncoding,
                $"{how} shows that the body is encoded as {encoding.WebName.ToUpperInvariant()}. Send it as UTF-8, which GeoReport v2 demands of all text.",
                new TextPosition(1, 1));
            return Reencode(encoding.GetString(bytes.Span[mark..]));
        }

        if (bytes.Span.StartsWith(Utf8Mark))
        {
            defects.Add(
                DefectKind.ByteOrderMark,
                "The body begins with a UTF-8 byte order mark (EF BB BF). Leave it out: it says nothing, and strict parsers stumble over it.",
                new TextPosition(1, 1));
            bytes = bytes[Utf8Mark.Length..];
        }

        if (Utf8.IsValid(bytes.Span))
            return new DecodedBody(Encoding.UTF8.GetString(bytes.Span), bytes);

        ReportFirstBadByte(bytes, defects);
        return Reencode(Encoding.UTF8.GetString(bytes.Span));
    }

    static DecodedBody Reencode(string text) => new(text, Encoding.UTF8.GetBytes(text));

    static (Encoding Encoding, int MarkLength)? OtherEncoding(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        // Both formats begin with two ASCII characters at least, so zero bytes give the encoding away (RFC 4627, 3).
        [0, 0, 0, not 0, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false), 0),
        [not 0, 0, 0, 0, ..] => (Encoding.UTF32, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        _ => null,
    };

    static void ReportFirstBadByte(ReadOnlyMemory<byte> bytes, DefectLog defects)
    {
        var offset = ValidLength(bytes.Span);
        var bad = bytes.Span[offset];
        var position = new LineMap(bytes[..offset]).At(offset);
        var rest = bytes.Span[offset..];
        var guess = rest.Length > 1 && bad >= 0xA0 && rest[1] < 0x80
            ? $" It would be {Shown.Character(new Rune(bad))} in ISO-8859-1 or Windows-1252: encode the text as UTF-8 before sending it."
            : " Encode the text as UTF-8 before sending it.";
        defects.Add(
            DefectKind.NotUtf8,
            $"The byte 0x{bad:X2} at offset {offset} of the text is not valid UTF-8.{guess}",
            position);
    }

    static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(bytes[offset..], out _, out var used) == System.Buffers.OperationStatus.Done)
            offset += used;

        return offset;
    }
}
