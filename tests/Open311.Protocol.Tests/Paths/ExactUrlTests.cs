using Open311.Protocol.Paths;

namespace Open311.Protocol.Tests.Paths;

public sealed class ExactUrlTests
{
    [TestCase("http://city.example/v2", "services.xml", null, "http://city.example/v2/services.xml")]
    [TestCase("http://city.example/v2/", "/services.xml", "", "http://city.example/v2/services.xml")]
    [TestCase("http://city.example", "requests.xml", "start_date=a%2Bb", "http://city.example/requests.xml?start_date=a%2Bb")]
    public void Joins_with_one_slash(string endpoint, string path, string? query, string url) =>
        ExactUrl.Join(endpoint, path, query).Should().Be(url);

    [TestCase("/v2/services/../x.xml")]
    [TestCase("/v2/services/%2E%2E")]
    [TestCase("/v2/services/a%2Eb%7E%41.xml")]
    [TestCase("/v2//services/./...xml")]
    [TestCase("/v2/requests.xml?service_code=%41&x=../y&z=%2F")]
    [TestCase("/v2/services/%DF.xml")]
    public void Sends_the_path_as_spelled(string pathAndQuery)
    {
        ExactUrl.TryCreate("https://city.example:8443" + pathAndQuery, out var uri).Should().BeTrue();
        uri!.PathAndQuery.Should().Be(pathAndQuery);
        (uri.Host, uri.Port, uri.Scheme).Should().Be(("city.example", 8443, "https"));
    }

    [TestCase("services.xml")]
    [TestCase("ftp://city.example/")]
    [TestCase("file:///etc/hostname")]
    [TestCase("http://city.example/a b")]
    [TestCase("http://city.example/ä")]
    [TestCase("http://city.example/a\r\nHost: x")]
    [TestCase("http://city.example/a#b")]
    [TestCase("http://")]
    [TestCase("")]
    public void Refuses(string url)
    {
        ExactUrl.TryCreate(url, out var uri).Should().BeFalse();
        uri.Should().BeNull();
    }
}
