using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Reporting.Tests.Samples;

namespace Open311.Reporting.Tests.Shell;

sealed class CurlCommandTests
{
    [TestCase("https://city.example/services.xml", "curl -sS -i 'https://city.example/services.xml'")]
    [TestCase("https://city.example/a/../b", "curl -sS -i --path-as-is 'https://city.example/a/../b'")]
    [TestCase("https://city.example/a/%2E%2e", "curl -sS -i --path-as-is 'https://city.example/a/%2E%2e'")]
    [TestCase("https://city.example/requests.xml?service_code[]={1}", "curl -sS -i -g 'https://city.example/requests.xml?service_code[]={1}'")]
    [TestCase("https://city.example/it's", @"curl -sS -i 'https://city.example/it'\''s'")]
    [TestCase("https://city.example/$(reboot)`x`;&|\"\\", "curl -sS -i 'https://city.example/$(reboot)`x`;&|\"\\'")]
    [TestCase("https://city.example/ü \u202E", "curl -sS -i 'https://city.example/%C3%BC%20%E2%80%AE'")]
    public void Quotes_the_exact_url(string url, string command) =>
        CurlCommand.For(Get(url)).Should().Be(command);

    [Test]
    public void Takes_the_key_from_the_environment() =>
        CurlCommand.For(Get("https://city.example/requests.xml?api_key=abc-123-def&page=2"), "abc-123-def")
            .Should().Be("curl -sS -i 'https://city.example/requests.xml?api_key='\"$OPEN311_API_KEY\"'&page=2'");

    [Test]
    public void Keeps_a_key_that_was_wrong_on_purpose() =>
        CurlCommand.For(Get("https://city.example/requests.xml?api_key=no-such-key"), "abc-123-def").Should().Contain("api_key=no-such-key");

    [Test]
    public void Hides_any_key_when_it_is_not_told_which_one_is_real() =>
        CurlCommand.For(Get("https://city.example/requests.xml?api_key=abc-123-def&page=2"))
            .Should().Be("curl -sS -i 'https://city.example/requests.xml?api_key='\"$OPEN311_API_KEY\"'&page=2'");

    [Test]
    public void Sends_a_head_as_head() => CurlCommand.For(Get("https://city.example/") with { Request = Request("HEAD") })
        .Should().Be("curl -sS --head 'https://city.example/services.xml'");

    [Test]
    public void Sends_an_odd_method() => CurlCommand.For(Get("https://city.example/") with { Request = Request("BREW") })
        .Should().Be("curl -sS -i -X 'BREW' 'https://city.example/services.xml'");

    [Test]
    public void Sends_headers_empty_ones_too()
    {
        var request = Request("GET") with { Headers = [new("Accept", "text/html"), new("X-Empty", "")] };

        CurlCommand.For(Get("https://city.example/") with { Request = request })
            .Should().Be("curl -sS -i -H 'Accept: text/html' -H 'X-Empty;' 'https://city.example/services.xml'");
    }

    [Test]
    public void Sends_a_body_without_the_type_that_curl_would_add()
    {
        var request = Request("POST") with { Body = Encoding.UTF8.GetBytes("api_key=abc-123-def&description=it%27s") };

        CurlCommand.For(Get("https://city.example/") with { Request = request }, "abc-123-def")
            .Should().Be("curl -sS -i -X 'POST' -H 'Content-Type:' --data-binary 'api_key='\"$OPEN311_API_KEY\"'&description=it%27s' 'https://city.example/services.xml'");
    }

    [Test]
    public void Undoes_a_content_coding()
    {
        var exchange = Sample.Exchange(1);
        exchange = exchange with { Answer = exchange.Answer! with { Headers = [new("content-encoding", "gzip")] } };

        CurlCommand.For(exchange).Should().Contain(" --compressed ");
    }

    static Exchange Get(string url) => new()
    {
        Request = new ProbeRequest { Url = new Uri(url) },
        Outcome = ExchangeOutcome.Answered,
    };

    static ProbeRequest Request(string method) => new() { Method = method, Url = new Uri("https://city.example/services.xml") };
}
