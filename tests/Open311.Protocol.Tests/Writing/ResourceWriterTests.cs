using System.Text;
using Open311.Protocol.Writing;

namespace Open311.Protocol.Tests.Writing;

public sealed class ResourceWriterTests
{
    static readonly Resource Services = new("services", new DataList("service", [
        new DataObject([
            new("service_code", new DataText("001")),
            new("metadata", new DataBoolean(true)),
            new("lat", new DataNumber("37.760")),
            new("keywords", DataNull.Instance),
            new("description", new DataText("Fish & Chips\r\n<b>]]>ä\U0001F680\0")),
            new("values", new DataList("value", [])),
        ]),
    ]));

    [Test]
    public void Writes_compact_XML() => Text(DataFormat.Xml).Should().Be(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><services><service><service_code>001</service_code><metadata>true</metadata><lat>37.760</lat><keywords/>"
        + "<description>Fish &amp; Chips&#xD;\n&lt;b&gt;]]&gt;ä\U0001F680\uFFFD</description><values/></service></services>");

    [Test]
    public void Writes_compact_JSON() => Text(DataFormat.Json).Should().Be(
        "[{\"service_code\":\"001\",\"metadata\":true,\"lat\":37.760,\"keywords\":null,\"description\":\"Fish & Chips\\r\\n<b>]]>ä\\uD83D\\uDE80\uFFFD\",\"values\":[]}]");

    // The buffers are used again: what a long document left in them must not come back in a short one, nor be lost where they grow.
    [Test]
    public void Writes_a_long_resource_between_two_short_ones([Values] DataFormat format, [Values(4090, 70_000, 3_000_000)] int length)
    {
        var before = Text(format);
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));

        var written = Encoding.UTF8.GetString(ResourceWriter.Write(new Resource("services", new DataList("service", [new DataText(text), new DataText("&")])), format));

        written.Should().Be(format == DataFormat.Xml
            ? $"<?xml version=\"1.0\" encoding=\"utf-8\"?><services><service>{text}</service><service>&amp;</service></services>"
            : $"[\"{text}\",\"&\"]");
        Text(format).Should().Be(before);
    }

    [Test]
    public void Takes_every_freedom_in_XML() => Text(DataFormat.Xml, new WriteStyle(true, true, true, false, true)).Should().Be(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <services>
          <service>
            <service_code>001</service_code>
            <metadata>true</metadata>
            <lat>37.760</lat>
            <keywords></keywords>
            <description><![CDATA[Fish & Chips]]>&#xD;<![CDATA[
        <b>]]]]><![CDATA[>]]>&#xE4;&#x1F680;&#xFFFD;</description>
            <values></values>
          </service>
        </services>

        """);

    [Test]
    public void Takes_every_freedom_in_JSON() => Text(DataFormat.Json, new WriteStyle(Indent: true, EscapeNonAscii: true)).Should().Be(
        """
        [
          {
            "service_code": "001",
            "metadata": true,
            "lat": 37.760,
            "keywords": null,
            "description": "Fish \u0026 Chips\r\n\u003Cb\u003E]]\u003E\u00E4\uD83D\uDE80\uFFFD",
            "values": []
          }
        ]
        """);

    [Test]
    public void Writes_no_byte_order_mark([Values] DataFormat format) =>
        ResourceWriter.Write(Services, format)[0].Should().Be((byte)(format == DataFormat.Xml ? '<' : '['));

    [TestCase("001")]
    [TestCase("NaN")]
    [TestCase("")]
    [TestCase("1 ")]
    [TestCase("1\n")]
    [TestCase("\"1\"")]
    [TestCase("1,2")]
    public void Refuses_numbers_that_JSON_does_not_know(string literal)
    {
        foreach (var format in Enum.GetValues<DataFormat>())
        {
            var writing = () => ResourceWriter.Write(new Resource("a", new DataNumber(literal)), format);
            writing.Should().Throw<ArgumentException>().WithMessage($"\"{literal}\" is no number of the JSON grammar. Give such a value as text.");
        }
    }

    [TestCase("")]
    [TestCase("a b")]
    [TestCase("1a")]
    [TestCase("x:y")]
    [TestCase("a><script")]
    public void Refuses_names_that_XML_does_not_know(string name)
    {
        var writing = () => ResourceWriter.Write(new Resource("a", new DataObject([new(name, DataNull.Instance)])), DataFormat.Xml);
        writing.Should().Throw<ArgumentException>().WithMessage($"\"{name}\" cannot name an XML element.");
    }

    [Test]
    public void Refuses_nesting_that_nobody_would_read([Values] DataFormat format)
    {
        Datum datum = DataNull.Instance;
        for (var i = 1; i < ResourceWriter.MaxDepth; i++)
            datum = new DataList("a", [datum]);
        ResourceWriter.Write(new Resource("a", datum), format).Should().NotBeEmpty();

        var writing = () => ResourceWriter.Write(new Resource("a", new DataList("a", [datum])), format);
        writing.Should().Throw<ArgumentException>().WithMessage("The resource is nested deeper than 500 levels.");
    }

    static string Text(DataFormat format, WriteStyle? style = null) => Encoding.UTF8.GetString(ResourceWriter.Write(Services, format, style));
}
