using CsCheck;
using Open311.Protocol.Paths;
using Open311.Protocol.Tests.Writing;

namespace Open311.Protocol.Tests.Paths;

public sealed class ResourcePathTests
{
    [TestCase("001", "services/001.xml")]
    [TestCase("a.b", "services/a.b.xml")]
    [TestCase("a.xml", "services/a.xml.xml")]
    [TestCase("a b&c/d+e%f", "services/a%20b%26c%2Fd%2Be%25f.xml")]
    [TestCase("größe", "services/gr%C3%B6%C3%9Fe.xml")]
    [TestCase("\U0001F680", "services/%F0%9F%9A%80.xml")]
    [TestCase("-._~", "services/-._~.xml")]
    [TestCase(".", "services/..xml")]
    [TestCase("..", "services/...xml")]
    [TestCase("?#[]@!$'()*,;=:", "services/%3F%23%5B%5D%40%21%24%27%28%29%2A%2C%3B%3D%3A.xml")]
    public void Encodes_an_identifier_as_one_segment(string code, string path)
    {
        ResourcePath.Of("services", code, DataFormat.Xml).Should().Be(path);
        Parse(path).Should().Be(new ResourcePath("services", code, "xml"));
    }

    [Test]
    public void Names_lists() => ResourcePath.Of("requests", DataFormat.Json).Should().Be("requests.json");

    [TestCase(".", "%2E")]
    [TestCase("..", "%2E%2E")]
    [TestCase("...", "...")]
    [TestCase("", "")]
    public void Hides_dot_segments(string text, string segment) => ResourcePath.Segment(text).Should().Be(segment);

    [TestCase("/services.xml", "services", null, "xml")]
    [TestCase("services", "services", null, null)]
    [TestCase("/services/033.XML", "services", "033", "XML")]
    [TestCase("/services/033", "services", "033", null)]
    [TestCase("/services/033.", "services", "033", "")]
    [TestCase("/services/a.b", "services", "a", "b")]
    [TestCase("/services/a%2Exml", "services", "a.xml", null)]
    [TestCase("/tokens/a+b%2F%20c.json", "tokens", "a+b/ c", "json")]
    [TestCase("/services/%2E%2E.xml", "services", "..", "xml")]
    public void Splits_at_the_last_dot(string path, string collection, string? identifier, string? extension) =>
        Parse(path).Should().Be(new ResourcePath(collection, identifier, extension));

    [TestCase("")]
    [TestCase("/")]
    [TestCase("/services/")]
    [TestCase("/services/.xml")]
    [TestCase("/.xml")]
    [TestCase("/services//1.xml")]
    [TestCase("/a/b/c.xml")]
    [TestCase("/services/%ZZ.xml")]
    [TestCase("/services/%.xml")]
    [TestCase("/services/%DF.xml")]
    [TestCase("/services/1.%FF")]
    [TestCase("/%FF/1.xml")]
    public void Makes_nothing_of(string path) => ResourcePath.TryParse(path, out _).Should().BeFalse();

    [Test]
    public void Can_take_the_extension_for_a_part_of_the_identifier()
    {
        Parse("services/a.b").WithoutExtension().Should().Be(new ResourcePath("services", "a.b", null));
        Parse("services.old").WithoutExtension().Should().Be(new ResourcePath("services.old", null, null));
        Parse("services/a").WithoutExtension().Should().Be(new ResourcePath("services", "a", null));
    }

    [Test]
    public void Any_identifier_survives() => Generators.Text.Where(t => t.Length > 0).Always(text =>
    {
        var path = ResourcePath.Of("services", text, DataFormat.Json);
        Parse(path).Should().Be(new ResourcePath("services", string.Concat(text.EnumerateRunes()), "json"));
        ExactUrl.TryCreate(ExactUrl.Join("http://localhost/open311/v2", path), out var uri).Should().BeTrue();
        uri!.PathAndQuery.Should().Be($"/open311/v2/{path}");
    });

    static ResourcePath Parse(string path)
    {
        ResourcePath.TryParse(path, out var value).Should().BeTrue();
        return value;
    }
}
