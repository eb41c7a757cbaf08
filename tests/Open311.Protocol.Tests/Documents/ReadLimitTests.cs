using System.Text;
using Open311.Protocol.Documents;
using Open311.Protocol.Documents.Xml;

namespace Open311.Protocol.Tests.Documents;

/// <summary>How much is read of a body, at each bound, and what is told beyond it.</summary>
public sealed class ReadLimitTests
{
    [Test]
    public void As_many_bytes_as_allowed_are_read([Values] DataFormat format)
    {
        var body = format == DataFormat.Xml ? "<a>ä</a>" : "[\"ä\", 1]";
        var bytes = Encoding.UTF8.GetBytes(body);

        bytes.Read(format, new ReadLimits(MaxBytes: bytes.Length)).Document.Should().NotBeNull();
        var more = bytes.Read(format, new ReadLimits(MaxBytes: bytes.Length - 1));
        more.Document.Should().BeNull();
        more.Defects.Select(d => (d.Kind, d.Message)).Should().Equal(
            (DefectKind.TooLarge, $"The body has {bytes.Length} bytes; at most {bytes.Length - 1} are read. Nothing of it was judged."));
    }

    [TestCase(3, 5000, true)]
    [TestCase(3, 3, true)]
    [TestCase(4, 3, false)]
    [TestCase(1000, 5000, true)]
    [TestCase(1001, 5000, false)]
    public void Nesting_is_followed_to_the_bound_and_never_beyond_a_thousand_levels(int depth, int allowed, bool read)
    {
        var elements = string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        var limits = new ReadLimits(MaxDepth: allowed);
        var told = $"nested deeper than {Math.Min(allowed, 1000)} levels";

        foreach (var reading in (Reading[])[$"<?xml version='1.0' encoding='utf-8'?>{elements}".Xml(limits), (new string('[', depth) + new string(']', depth)).Json(limits)])
        {
            (reading.Document is not null).Should().Be(read);
            reading.Defects.Select(d => d.Kind).Should().Equal(read ? [] : [DefectKind.TooDeep]);
            reading.Defects.Where(d => !d.Message.Contains(told)).Should().BeEmpty();
        }
    }

    [TestCase(4, true)]
    [TestCase(3, false)]
    public void Elements_and_attributes_count_as_nodes(int allowed, bool read)
    {
        var reading = "<?xml version='1.0' encoding='utf-8'?><a b='1'><c/><d/></a>".Xml(new ReadLimits(MaxNodes: allowed));

        (reading.Document?.Nodes).Should().Be(read ? 4 : null);
        reading.Defects.Select(d => d.Message).Should().Equal(read ? [] : ["The document has more than 3 elements and attributes. Nothing of it was judged."]);
    }

    [TestCase(4, true)]
    [TestCase(3, false)]
    public void So_do_values(int allowed, bool read)
    {
        var reading = "[1, {\"a\": null}]".Json(new ReadLimits(MaxNodes: allowed));

        (reading.Document?.Nodes).Should().Be(read ? 4 : null);
        reading.Defects.Select(d => (d.Kind, d.Message)).Should().Equal(read ? [] : [(DefectKind.TooLarge, "The document has more than 3 values. Nothing of it was judged.")]);
    }

    [TestCase("", "is empty")]
    [TestCase(" \t\r\n", "consists of white space only")]
    public void Nothing_is_told_as_nothing(string text, string how)
    {
        text.Xml().Defects.Select(d => (d.Message, d.Position)).Should().Equal(($"The body {how}; an XML document was expected.", new TextPosition(1, 1)));
        text.Json().Defects.Select(d => (d.Message, d.Position)).Should().Equal(($"The body {how}; a JSON value was expected.", new TextPosition(1, 1)));
    }

    // White space is what XML and JSON call so.
    [Test]
    public void A_blank_of_typographers_is_text() => "\u00A0".Xml().Defects.Should().NotContain(d => d.Kind == DefectKind.Empty);

    [TestCase("<a>x<!-- -->y<b/>z</a>", "xyz")]
    [TestCase("<a>x<b/> \n <c/>y</a>", "xy")]
    [TestCase("<a>x<b/>y<!-- -->z<c/>!</a>", "xyz!")]
    [TestCase("<a> x<b/> </a>", "x")]
    [TestCase("<a><b/>\u00A0<c/></a>", "")]
    public void Text_between_children_is_joined(string xml, string text) => xml.Xml().Document!.Root.Text.Should().Be(text);

    [TestCase("<a> </a>", true, true)]
    [TestCase("<a>x</a>", false, true)]
    [TestCase("<a><b/></a>", false, false)]
    [TestCase("<a>x<b/></a>", false, false)]
    public void An_element_is_empty_or_a_single_value(string xml, bool empty, bool scalar)
    {
        var root = xml.Xml().Document!.Root;
        (root.IsEmpty, root.IsScalar).Should().Be((empty, scalar));
    }

    [TestCase("{}", true, false)]
    [TestCase("[]", true, false)]
    [TestCase("\"\"", true, true)]
    [TestCase("null", true, true)]
    [TestCase("0", false, true)]
    [TestCase("[null]", false, false)]
    public void So_is_a_JSON_value(string json, bool empty, bool scalar)
    {
        var root = json.Json().Document!.Root;
        (root.IsEmpty, root.IsScalar).Should().Be((empty, scalar));
    }

    [TestCase(128, false)]
    [TestCase(129, true)]
    public void A_name_of_a_path_is_shortened_beyond_the_bound(int length, bool shortened)
    {
        var name = new string('n', length);
        var node = $"<a><{name}/></a>".Xml().Document!.Root.Children[0];
        node.Pointer.Should().Be(shortened ? $"/a/{name[..127]}…" : $"/a/{name}");
    }

    [Test]
    public void A_node_made_by_hand_says_nothing_of_itself()
    {
        var node = new Node { Name = "a", Raw = RawKind.XmlElement };
        (node.Prefix, node.NamespaceUri, node.RawText).Should().Be(("", "", ""));
        node.Position.Should().Be(default(TextPosition));
    }

    [Test]
    public void A_part_of_a_text_is_handed_on_in_pieces_of_any_size()
    {
        var reader = new SliceReader("x\0ab".AsMemory(1));
        reader.Peek().Should().Be(0);
        reader.Read().Should().Be(0);
        reader.Peek().Should().Be('a');
        var buffer = new char[4];
        reader.Read(buffer, 1, 1).Should().Be(1);
        buffer.Should().Equal('\0', 'a', '\0', '\0');
        reader.Read(buffer, 0, 4).Should().Be(1);
        buffer[0].Should().Be('b');
        (reader.Read(buffer, 0, 4), reader.Peek(), reader.Read()).Should().Be((0, -1, -1));
    }
}
