using Open311.Protocol.Documents;

namespace Open311.Protocol.Tests.Documents;

public sealed class XmlTreeTests
{
    const string Services = """
        <?xml version="1.0" encoding="utf-8"?>
        <?xml-stylesheet href="x.xsl"?>
        <services xmlns:d="urn:d">
          <service>
            <service_code>001</service_code>
            <type> realtime </type>
          </service>
          <service id="2"><type/><d:type>x</d:type><type></type></service>
          <more><![CDATA[a <b>]]> &amp; <!-- not this -->c</more>
        </services>
        """;

    [Test]
    public void Gives_every_node_its_path_and_place()
    {
        var root = Services.Xml().Root();
        root.Descendants().Prepend(root).Select(n => $"{n.Pointer} {n.Position} {n.RawText}").Should().Equal(
            "/services 3:1 ",
            "/services/service[1] 4:3 ",
            "/services/service[1]/service_code 5:5 001",
            "/services/service[1]/type 6:5  realtime ",
            "/services/service[2] 8:3 ",
            "/services/service[2]/type[1] 8:19 ",
            "/services/service[2]/d:type 8:26 x",
            "/services/service[2]/type[2] 8:44 ",
            "/services/more 9:3 a <b> & c");
    }

    [Test]
    public void Keeps_what_the_document_says_about_itself()
    {
        var document = Services.Xml().Document!;
        document.Format.Should().Be(DataFormat.Xml);
        document.HasDeclaration.Should().BeTrue();
        document.HasStylesheet.Should().BeTrue();
        document.DeclaredEncoding.Should().Be("utf-8");
        document.Text.Should().Be(Services);

        var bare = "<a/>".Xml().Document!;
        (bare.HasDeclaration, bare.HasStylesheet, bare.DeclaredEncoding).Should().Be((false, false, null));
    }

    [Test]
    public void Keeps_prefixes_namespaces_and_attributes()
    {
        var root = "<?xml version='1.0' encoding='utf-8'?><g:a xmlns='urn:d' xmlns:g='urn:g' g:x='&#65;\n' y='1'><b/></g:a>".Xml().Root();
        (root.Name, root.Prefix, root.NamespaceUri).Should().Be(("a", "g", "urn:g"));
        (root.Children[0].Name, root.Children[0].Prefix, root.Children[0].NamespaceUri).Should().Be(("b", "", "urn:d"));
        root.Attributes.Should().Equal(
            new XmlAttributeOnWire("", "xmlns", "http://www.w3.org/2000/xmlns/", "urn:d"),
            new XmlAttributeOnWire("xmlns", "g", "http://www.w3.org/2000/xmlns/", "urn:g"),
            new XmlAttributeOnWire("g", "x", "urn:g", "A "),
            new XmlAttributeOnWire("", "y", "", "1"));
        root.Attributes.Select(a => a.DeclaresNamespace).Should().Equal(true, true, false, false);
    }

    [Test]
    public void Gives_an_undeclared_prefix_no_namespace()
    {
        var root = "<?xml version='1.0' encoding='utf-8'?><g:a h:b='1'/>".Xml().Document!.Root;
        (root.Prefix, root.NamespaceUri, root.Attributes[0].NamespaceUri).Should().Be(("g", "", ""));
    }

    [TestCase("<a>  </a>", "  ")]
    [TestCase("<a> <b/> </a>", "")]
    [TestCase("<a>\n x <b/>\n y\n</a>", "x \n y")]
    [TestCase("<a><b>in</b>out</a>", "out")]
    [TestCase("<a>1<!-- c -->2<![CDATA[3]]>4</a>", "1234")]
    [TestCase("<a>x\r\ny\rz&#13;</a>", "x\ny\nz\r")]
    [TestCase("<a xml:space='preserve'> <b/> </a>", "")]
    [TestCase("<a/>", "")]
    public void Keeps_the_elements_own_text(string xml, string text) => xml.Xml().Document!.Root.RawText.Should().Be(text);

    [Test]
    public void Counts_columns_in_characters_and_lines_at_every_kind_of_line_end()
    {
        var root = "<?xml version='1.0'\nencoding='utf-8'?><a>\r\n\U0001F680ä<b/>\r<c/>\U0001F680\U0001F680<d/></a>".Xml().Root();
        root.Children.Select(n => $"{n.Name} {n.Position}").Should().Equal("b 3:3", "c 4:1", "d 4:7");
        root.Position.Should().Be(new TextPosition(2, 19));
    }

    [Test]
    public void Ends_the_path_of_a_very_long_name_early()
    {
        var name = new string('n', 10_000);
        var root = $"<?xml version='1.0' encoding='utf-8'?><{name}><{name}/></{name}>".Xml().Root();
        root.Name.Should().Be(name);
        root.Children[0].Pointer.Should().HaveLength(2 * 129).And.EndWith("…");
    }

    [Test]
    public void Finds_paths_in_a_tree_built_by_hand_and_keeps_those_given()
    {
        var item = new Node { Name = "item", Raw = RawKind.XmlElement };
        var given = new Node { Name = "item", Raw = RawKind.XmlElement, Pointer = "/given", Position = new TextPosition(3, 4) };
        _ = new Node { Name = "items", Raw = RawKind.XmlElement, Children = [item, given] };
        item.Pointer.Should().Be("/items/item[1]");
        (given.Pointer, given.Position.ToString()).Should().Be(("/given", "3:4"));
    }
}
