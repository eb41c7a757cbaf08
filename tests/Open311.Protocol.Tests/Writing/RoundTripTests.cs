using CsCheck;
using Open311.Protocol.Documents;
using Open311.Protocol.Tests.Documents;
using Open311.Protocol.Writing;

namespace Open311.Protocol.Tests.Writing;

public sealed class RoundTripTests
{
    [TestCase(DataFormat.Xml)]
    [TestCase(DataFormat.Json)]
    public void Any_text_is_read_back_unchanged_in_any_style(DataFormat format) =>
        Gen.Select(Generators.Text, Generators.Style).Always((text, style) => RoundTrip(new DataText(text), format, style), iter: 3000);

    [TestCase(DataFormat.Xml)]
    [TestCase(DataFormat.Json)]
    public void Any_nesting_is_read_back_unchanged_in_any_style(DataFormat format) =>
        Gen.Select(Generators.AnyDatum, Generators.Style).Always((datum, style) => RoundTrip(datum, format, style), iter: 2000);

    [Test]
    public void Both_formats_carry_the_same_text() => Generators.Text.Always(text =>
    {
        var resource = new Resource("services", new DataObject([new("description", new DataText(text))]));
        var xml = ResourceWriter.Write(resource, DataFormat.Xml).Read(DataFormat.Xml).Root();
        var json = ResourceWriter.Write(resource, DataFormat.Json).Read(DataFormat.Json).Root();
        json.Child("description")!.RawText.Should().Be(xml.Child("description")!.RawText);
    });

    [Test]
    public void Every_position_points_at_what_it_names() => Gen.Select(Generators.AnyDatum, Generators.Style).Always((datum, style) =>
    {
        var resource = new Resource("root", datum);
        var xml = ResourceWriter.Write(resource, DataFormat.Xml, style).Read(DataFormat.Xml);
        foreach (var node in xml.Document!.Root.Descendants())
            xml.Document.Text[Offset(xml.Document.Text, node.Position)..].Should().StartWith($"<{node.Name}");

        var json = ResourceWriter.Write(resource, DataFormat.Json, style).Read(DataFormat.Json);
        foreach (var node in json.Document!.Root.Descendants().Where(n => n.Name.Length > 0 && n.Name.All(char.IsAscii)))
            json.Document.Text[Offset(json.Document.Text, node.Position)..].Should().StartWith($"\"{node.Name}\"");
    });

    // XML line ends are LF, CR LF and CR; the writers write no bare CR but in references.
    static int Offset(string text, TextPosition position)
    {
        var offset = 0;
        for (var line = 1; line < position.Line; line++)
            offset = text.IndexOf('\n', offset) + 1;
        for (var column = 1; column < position.Column; column++)
            offset += char.IsSurrogatePair(text, offset) ? 2 : 1;
        return offset;
    }

    static void RoundTrip(Datum datum, DataFormat format, WriteStyle style)
    {
        var reading = ResourceWriter.Write(new Resource("root", datum), format, style).Read(format);
        reading.Root().ShouldSay(datum, format);
    }
}
