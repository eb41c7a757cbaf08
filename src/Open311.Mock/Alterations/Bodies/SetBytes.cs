using System.Text;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Alterations.Bodies;

/// <summary>Encodes the body otherwise (<c>as</c>): <c>bom</c>, <c>latin1</c>, <c>utf16</c>, <c>double</c> (UTF-8 taken for Latin-1), <c>question-marks</c>, <c>half</c>, <c>none</c>.</summary>
internal sealed class SetBytes(YamlMap map) : Alteration
{
    static readonly string[] Known = ["bom", "latin1", "utf16", "double", "question-marks", "half", "none", "broken-utf8"];

    readonly string encoding = map.Text("as") is var text && Known.Contains(text)
        ? text
        : throw map.Problem("as", $"'as' must be one of {string.Join(", ", Known)}.");

    public override WireAnswer Change(WireAnswer answer, Question question) => answer with { Body = Encoded(answer) };

    ReadOnlyMemory<byte> Encoded(WireAnswer answer) => encoding switch
    {
        "bom" => (byte[])[0xEF, 0xBB, 0xBF, .. answer.Body.Span],
        "latin1" => Encoding.Latin1.GetBytes(answer.Text),
        "utf16" => (byte[])[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(answer.Text)],
        "double" => Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(answer.Body.Span)),
        "question-marks" => Encoding.ASCII.GetBytes(answer.Text),
        "broken-utf8" => Broken(answer.Body.ToArray()),
        "half" => answer.Body[..(answer.Body.Length / 2)],
        _ => default,
    };

    // The last byte of each multi-byte character goes, as when text is cut by bytes.
    static byte[] Broken(byte[] body) =>
        [.. body.Where((b, i) => !((b & 0xC0) == 0x80 && (i + 1 == body.Length || (body[i + 1] & 0xC0) != 0x80)))];
}
