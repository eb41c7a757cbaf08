using System.Text;
using Open311.Reporting.Excerpts;

namespace Open311.Reporting.Tests.Excerpts;

sealed class PlaceFinderTests
{
    [TestCase("""{"a":{"b":[1,{"c":"here"}]}}""", "/a/b/1/c", "\"here\"")]
    [TestCase("""[{"x":[[],[5]]},7]""", "/1", "7]")]
    [TestCase("""[{"x":[[],[5]]},7]""", "/0/x/1/0", "5]]")]
    [TestCase("""{"a/b":1,"c~d":2}""", "/a~1b", "1,")]
    [TestCase("""{"a/b":1,"c~d":2}""", "/c~0d", "2}")]
    [TestCase("""{"é":"ü","é2":null}""", "/é2", "null")]
    [TestCase("""{"a":1,"b" broken""", "/a", "1,")]
    [TestCase("<a><b/><c>x</c><c>y</c></a>", "/a/c[2]", "<c>y")]
    [TestCase("<a><b/><c>x</c><c>y</c></a>", "/a/c", "<c>x")]
    [TestCase("<a><b><c/></b><c id='1'/></a>", "/a/c[1]/@id", "<c id")]
    [TestCase("<a>é😀<!-- c --><p:c xmlns:p='u'/></a>", "/a/p:c", "<p:c")]
    [TestCase("<?xml version='1.0'?><a><b>", "/a/b", "<b>")]
    public void Finds_the_node(string text, string pointer, string start)
    {
        var body = Encoding.UTF8.GetBytes(text);

        var offset = PlaceFinder.Offset(body, 0..body.Length, 1, pointer);

        Encoding.UTF8.GetString(body.AsSpan(offset)).Should().StartWith(start);
    }

    [TestCase("""{"a":1}""", "/b")]
    [TestCase("""{"a":1}""", "/a/b")]
    [TestCase("""[1]""", "/1")]
    [TestCase("""[1]""", "/x")]
    [TestCase("""[1]""", "/-1")]
    [TestCase("""[1""", "/99999999999")]
    [TestCase("<a><b/></a>", "/a/b/c")]
    [TestCase("<a><b/></a>", "/a/b[2]")]
    [TestCase("<a><b/></a>", "/b")]
    [TestCase("<a><b/></a>", "/a/b[last()]")]
    [TestCase("<a><b/></a>", "/a/b[99999999999999]")]
    [TestCase("<!DOCTYPE a [<!ENTITY e 'x'>]><a><b/></a>", "/a/b")]
    [TestCase("<?xml version='1.0' encoding='no-such'?><a><b/></a>", "/a/b")]
    [TestCase("not data", "/a")]
    [TestCase("", "/a")]
    [TestCase("<a><b/></a>", "")]
    [TestCase("<a><b/></a>", null)]
    public void Shrugs_at_what_it_cannot_follow(string text, string? pointer)
    {
        var body = Encoding.UTF8.GetBytes(text);

        PlaceFinder.Offset(body, 0..body.Length, 1, pointer).Should().Be(0);
    }

    [Test]
    public void Counts_from_the_beginning_of_the_line()
    {
        var body = Encoding.UTF8.GetBytes("<a>\n  <b/>é<c/>\n</a>");

        PlaceFinder.Offset(body, 4..16, 2, "/a/c").Should().Be(8);
        PlaceFinder.Offset(body, 0..3, 1, "/a/c").Should().Be(0, "it stands on another line");
    }

    [Test]
    public void Knows_a_byte_order_mark()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. "[1,2]"u8];

        PlaceFinder.Offset(body, 0..body.Length, 1, "/1").Should().Be(6);
    }

    [Test]
    public void Gives_up_on_deep_nesting()
    {
        var body = Encoding.UTF8.GetBytes(new string('[', 100_000));

        PlaceFinder.Offset(body, 0..body.Length, 1, string.Concat(Enumerable.Repeat("/0", 1_000))).Should().Be(0);
    }
}
