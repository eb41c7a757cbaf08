using Open311.Protocol.Documents;

namespace Open311.Protocol.Tests.Documents;

public sealed class JsonTreeTests
{
    const string Requests = "[ {\"lat\": 37.76,\r\n  \"ok\":true, \"none\" : null},\n{\"näme\\n\": \"\\u00e4\\\"\\\\\\/\\b\\f\\n\\r\\t\\uD83D\\uDE80\", \"a/b~c\": [\"\U0001F680\", [] , {}, -1.0E+2]}]";

    [Test]
    public void Gives_every_value_its_pointer_place_kind_and_text()
    {
        var root = Requests.Json().Root();
        root.Descendants().Prepend(root).Select(n => $"{n.Pointer} {n.Position} {n.Raw} {n.RawText}").Should().Equal(
            " 1:1 JsonArray ",
            "/0 1:3 JsonObject ",
            "/0/lat 1:4 JsonNumber 37.76",
            "/0/ok 2:3 JsonBoolean true",
            "/0/none 2:14 JsonNull ",
            "/1 3:1 JsonObject ",
            "/1/näme\n 3:2 JsonString ä\"\\/\b\f\n\r\t\U0001F680",
            "/1/a~1b~0c 3:50 JsonArray ",
            "/1/a~1b~0c/0 3:60 JsonString \U0001F680",
            "/1/a~1b~0c/1 3:65 JsonArray ",
            "/1/a~1b~0c/2 3:70 JsonObject ",
            "/1/a~1b~0c/3 3:74 JsonNumber -1.0E+2");
    }

    [TestCase("\"x\"", RawKind.JsonString, "x")]
    [TestCase(" 12 ", RawKind.JsonNumber, "12")]
    [TestCase("null", RawKind.JsonNull, "")]
    [TestCase("false", RawKind.JsonBoolean, "false")]
    public void Reads_a_bare_value(string json, RawKind kind, string text)
    {
        var root = json.Json().Root();
        (root.Raw, root.RawText, root.Name, root.Pointer).Should().Be((kind, text, "", ""));
    }

    [Test]
    public void Shares_names_and_finds_children_by_them()
    {
        var root = "[{\"service_code\":\" 1 \"},{\"service_code\":\"\",\"\\u0073ervice_code2\":2}]".Json().Root();
        root.Children[0].Children[0].Name.Should().BeSameAs(root.Children[1].Children[0].Name);
        root.Children[0].Value("service_code").Should().Be("1");
        root.Children[1].Value("service_code").Should().BeNull();
        root.Children[1].Value("service_code2").Should().Be("2");
        root.Children[1].Child("Service_code").Should().BeNull();
    }

    [Test]
    public void Has_no_XML_properties()
    {
        var document = "{}".Json().Document!;
        (document.HasDeclaration, document.HasStylesheet, document.DeclaredEncoding).Should().Be((false, false, null));
    }

    [Test]
    public void Finds_places_beyond_the_first_kilobytes()
    {
        var items = Enumerable.Range(0, 5000).Select(i => i % 7 == 0 ? $"\r\n\"ä{i}\"" : $"\"\U0001F680{i}\"").ToList();
        var json = $"[{string.Join(',', items)}]";
        var root = json.Json().Root();
        var (line, column) = (1, 2);
        for (var i = 0; i < items.Count; i++)
        {
            if (i % 7 == 0)
                (line, column) = (line + 1, 1);
            root.Children[i].Position.Should().Be(new TextPosition(line, column));
            column += items[i].Trim().EnumerateRunes().Count() + 1;
        }
    }
}
