using Open311.Cli.Settings;
using Open311.Conformance.Targets;

namespace Open311.Cli.Tests.Settings;

public sealed class SecretsTests
{
    [TestCase("key is open sesame here", "key is REDACTED here")]
    [TestCase("GET /x?k=open%20sesame HTTP", "GET /x?k=REDACTED HTTP")]
    [TestCase("GET /x?k=open+sesame HTTP", "GET /x?k=REDACTED HTTP")]
    [TestCase("GET /x?k=%6fpen%20sesame HTTP", "GET /x?k=REDACTED HTTP")]
    [TestCase("GET /x?API_KEY=other&y=1", "GET /x?API_KEY=REDACTED&y=1")]
    [TestCase("api_key=one and api_key=two", "api_key=REDACTED and api_key=REDACTED")]
    [TestCase("'http://x/?api_key=one' is wrong", "'http://x/?api_key=REDACTED' is wrong")]
    [TestCase("header abracadabra", "header REDACTED")]
    [TestCase("argument abra%2Ccadabra", "argument REDACTED")]
    [TestCase("a short value 5 stays", "a short value 5 stays")]
    [TestCase("nothing to hide", "nothing to hide")]
    public void Are_hidden_in_each_form_they_take(string text, string hidden)
    {
        var target = new Target
        {
            Endpoint = new Uri("http://city.example"),
            ApiKey = "open sesame",
            ExtraHeaders = [KeyValuePair.Create("X-Token", "abracadabra")],
            ExtraQuery = [KeyValuePair.Create("tenant", "5"), KeyValuePair.Create("token", "abra,cadabra")],
        };
        Secrets.Of(target).Hide(text).Should().Be(hidden);
    }

    [Test]
    public void Of_two_that_overlap_nothing_stays()
    {
        var target = new Target
        {
            Endpoint = new Uri("http://city.example"),
            ExtraQuery = [KeyValuePair.Create("a", "abcd"), KeyValuePair.Create("b", "abcdefgh")],
        };
        Secrets.Of(target).Hide("abcdefgh abcd").Should().Be("REDACTED REDACTED");
    }
}
