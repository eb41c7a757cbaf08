using System.Text;
using System.Text.Json;
using CsCheck;
using Open311.Protocol.Documents;
using Open311.Protocol.Documents.Decoding;
using Open311.Protocol.Documents.Json;
using Open311.Protocol.Documents.Xml;
using Open311.Protocol.Tests.Writing;

namespace Open311.Protocol.Tests.Documents;

/// <summary>The three ways in which places are counted must agree with each other and with plain counting.</summary>
public sealed class PlacesTests
{
    static readonly Gen<string> Lines = Generators.OneOf("a", "ä", "\U0001F680", "\n", "\r", "\r\n", "\t", new string('x', 300), new string('日', 90)).Array[0, 40].Select(string.Concat);

    [Test]
    public void Byte_offsets_and_character_offsets_lead_to_the_same_place() => Lines.Always(text =>
    {
        var map = new LineMap(Encoding.UTF8.GetBytes(text));
        var cursor = new TextCursor(text);
        var bytes = 0;
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            var place = Count(text, i);
            (cursor.At(i), map.At(bytes)).Should().Be((place, place));
            bytes += Rune.GetRuneAt(text, i).Utf8SequenceLength;
        }
    });

    [Test]
    public void Places_of_an_XML_reader_are_translated() => Lines.Always(text =>
    {
        var positions = new XmlPositions("<r>" + text, 3, new TextPosition(1, 4));
        var (line, column) = (1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLowSurrogate(text[i]))
            {
                var place = Count(text, i);
                positions.At(line, column).Should().Be(place.Line == 1 ? place with { Column = place.Column + 3 } : place);
            }

            var endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            (line, column) = endsLine ? (line + 1, 1) : (line, column + 1);
        }
    });

    [Test]
    public void Offsets_beyond_the_end_lead_to_the_end()
    {
        new LineMap("a\nb"u8.ToArray()).At(99).Should().Be(new TextPosition(2, 2));
        new LineMap(Array.Empty<byte>()).At(5).Should().Be(new TextPosition(1, 1));
        new TextCursor("a\nb").At(99).Should().Be(new TextPosition(2, 2));
    }

    [Test]
    public void Escapes_are_decoded_as_the_platform_does() => Generators.Text.Always(text =>
    {
        var sound = string.Concat(text.EnumerateRunes());
        var json = JsonSerializer.Serialize(sound);
        JsonStrings.Unescape(json[1..^1], out var isBroken).Should().Be(sound);
        isBroken.Should().BeFalse();
    });

    [TestCase("\\ud83d", "\uFFFD")]
    [TestCase("\\ude80\\ud83d", "\uFFFD\uFFFD")]
    [TestCase("\\ud83d\\ud83d\\ude80", "\uFFFD\U0001F680")]
    [TestCase("a\\udfffb", "a\uFFFDb")]
    public void Half_pairs_are_replaced(string escaped, string text)
    {
        JsonStrings.Unescape(escaped, out var isBroken).Should().Be(text);
        isBroken.Should().BeTrue();
    }

    [Test]
    public void Mended_offsets_lead_back_to_the_original()
    {
        var json = "x [001, \"a\tb\", /* c */ NaN, {\"d\": 1,}]"u8.ToArray();
        var mending = JsonMending.Mend(json, new LineMap(json))!;
        var mended = Encoding.UTF8.GetString(mending.Utf8.Span);
        mended.Should().Be("[\"001\", \"a\\u0009b\",   \"NaN\", {\"d\": 1}]");
        foreach (var (piece, original) in new[] { ("[", 2), ("b\"", 11), ("{", 28), ("1}", 34), ("]", 37) })
            mending.OriginalOffset(mended.IndexOf(piece, StringComparison.Ordinal)).Should().Be(original, "there is {0}", piece);
        mending.Literals.Select(l => mended[l..(l + 4)]).Should().BeEquivalentTo("\"001", "\"NaN");
    }

    [Test]
    public void A_sound_document_needs_no_mending()
    {
        var json = "{\"a\": [1, true, null, \"\\u00e4\"]}"u8.ToArray();
        JsonMending.Mend(json, new LineMap(json)).Should().BeNull();
    }

    static TextPosition Count(string text, int offset)
    {
        var before = text[..offset];
        var marked = before.EndsWith('\r') && offset < text.Length && text[offset] == '\n' ? before[..^1] + "?" : before;
        var lines = marked.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        return new TextPosition(lines.Length, lines[^1].EnumerateRunes().Count() + 1);
    }
}
