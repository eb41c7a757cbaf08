using System.Net;
using System.Text;
using System.Text.Json;
using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Tests.Exchanges;

namespace Open311.Conformance.Tests.Evidence;

public sealed class RedactorTests
{
    const string Key = "s3cret/k\u00e9y & <more>+\"";

    static IEnumerable<TestCaseData> Disguises()
    {
        yield return new TestCaseData(Key).SetArgDisplayNames("plain");
        yield return new TestCaseData(Uri.EscapeDataString(Key)).SetArgDisplayNames("percent-encoded");
        yield return new TestCaseData(Uri.EscapeDataString(Key).Replace("%2F", "%2f").Replace("%3C", "%3c").Replace("%3E", "%3e").Replace("%2B", "%2b").Replace("%C3%A9", "%c3%a9")).SetArgDisplayNames("lower-case escapes");
        yield return new TestCaseData(WebUtility.UrlEncode(Key)).SetArgDisplayNames("form-encoded");
        yield return new TestCaseData(Uri.EscapeDataString(Uri.EscapeDataString(Key))).SetArgDisplayNames("encoded twice");
        yield return new TestCaseData(WebUtility.HtmlEncode(Key)).SetArgDisplayNames("HTML");
        yield return new TestCaseData(System.Security.SecurityElement.Escape(Key)).SetArgDisplayNames("XML");
        yield return new TestCaseData(JsonEncodedText.Encode(Key).Value).SetArgDisplayNames("JSON");
        yield return new TestCaseData(Key.Replace("\"", "\\\"").Replace("/", "/")).SetArgDisplayNames("JSON, relaxed");
    }

    [TestCaseSource(nameof(Disguises))]
    public void Masks_the_key_in_every_disguise(string disguised)
    {
        var redactor = new Redactor(Key);

        redactor.Text($"before {disguised} after").Should().Be("before REDACTED after");
        Encoding.UTF8.GetString(redactor.Bytes(Encoding.UTF8.GetBytes($"<a>{disguised}</a>")).Span).Should().Be("<a>REDACTED</a>");
    }

    [Test]
    public void Masks_the_key_in_a_url_however_it_is_escaped()
    {
        var redactor = new Redactor("abcdefgh12");

        redactor.Url("https://h.example/a/%61bcdefgh12?x=1&api_key=abcdefgh12&y=a%62cdefgh1%32#z").Should()
            .Be("https://h.example/a/REDACTED?x=1&api_key=REDACTED&y=REDACTED#z");
        redactor.Url("https://h.example/a%2Fb?x=%7E&api_key=wrong").Should().Be("https://h.example/a%2Fb?x=%7E&api_key=wrong", "nothing else is touched");
    }

    [Test]
    public void A_short_key_is_masked_as_a_word_only()
    {
        var redactor = new Redactor("xyz");

        redactor.Text("xyz, <b>xyz</b> api_key=xyz&xyzzy wxyz xyz1").Should().Be("REDACTED, <b>REDACTED</b> api_key=REDACTED&xyzzy wxyz xyz1");
    }

    [TestCase("test")]
    [TestCase("open")]
    [TestCase("311")]
    [TestCase("k")]
    public void A_key_that_could_be_any_datum_is_masked_only_as_the_value_of_api_key(string key)
    {
        var redactor = new Redactor(key);
        var body = $"<type>{key}</type><status>{key}</status>{{\"api_key\": \"{key}\"}} <api_key>{key}</api_key> ?api_key={key}&a={key}";

        redactor.Text(body).Should().Be(
            $"<type>{key}</type><status>{key}</status>{{\"api_key\": \"REDACTED\"}} <api_key>REDACTED</api_key> ?api_key=REDACTED&a={key}");
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("REDACTED")]
    public void Without_a_key_nothing_changes(string? key)
    {
        var redactor = new Redactor(key);
        ReadOnlyMemory<byte> bytes = "REDACTED api_key=x"u8.ToArray();

        redactor.Text("REDACTED api_key=x").Should().Be("REDACTED api_key=x");
        redactor.Url("https://h.example/?api_key=x").Should().Be("https://h.example/?api_key=x");
        redactor.Bytes(bytes).Equals(bytes).Should().BeTrue();
    }

    [Test]
    public void Bytes_that_are_no_text_stay_as_they_are_around_the_key()
    {
        byte[] body = [0xff, 0xfe, 0x00, .. "topsecret"u8, 0x80, 0xc3];

        new Redactor("topsecret").Bytes(body).ToArray().Should().Equal([0xff, 0xfe, 0x00, .. "REDACTED"u8, 0x80, 0xc3]);
    }

    [Test]
    public void Utf16_does_not_hide_the_key()
    {
        var masked = new Redactor("topsecret").Bytes(Encoding.Unicode.GetBytes("x topsecret y"));

        Encoding.Unicode.GetString(masked.Span).Should().NotContain("topsecret");
    }

    [Test]
    public void Masks_every_part_of_an_exchange()
    {
        var exchange = new Exchange
        {
            Request = Probing.Get("https://h.example/?api_key=topsecret") with
            {
                Headers = [new("X-Key", "topsecret"), new("Authorization", "Bearer other"), new("Accept", "text/xml")],
                Body = "api_key=topsecret"u8.ToArray(),
            },
            SentHeaders = [new("X-Key", "topsecret"), new("X-API-Key", "other")],
            Outcome = ExchangeOutcome.Broken,
            Problem = "It says topsecret.",
            TlsProblem = "Issued for topsecret.",
            Answer = new Answer
            {
                Status = 200,
                Reason = "topsecret",
                Headers = [new("Location", "/x?api_key=topsecre%74"), new("X", "topsecret"), new("topsecret", "1")],
                Body = "topsecret"u8.ToArray(),
                Raw = "HTTP/1.1 200 topsecret"u8.ToArray(),
                WireDefects = [(WireDefect.MalformedHead, "The line 'topsecret' is not a header.")],
            },
        };

        var redacted = new Redactor("topsecret").Exchange(exchange);

        Everything(redacted).Should().NotContain("secre").And.NotContain("other").And.Contain("text/xml");
        redacted.Answer!.Status.Should().Be(200);
        redacted.Request.Url.OriginalString.Should().Be("https://h.example/?api_key=REDACTED");
    }

    [TestCase("Content-Encoding", "gzip")]
    [TestCase("Transfer-Encoding", "chunked")]
    public void Leaves_out_raw_bytes_that_could_hide_the_key(string header, string value)
    {
        var answer = new Answer { Status = 200, Headers = [new(header, value)], Body = "topsecret"u8.ToArray(), Raw = "top\r\n6\r\nsecret"u8.ToArray() };
        var exchange = new Exchange { Request = Probing.Get("http://h.example/"), Outcome = ExchangeOutcome.Answered, Answer = answer };

        new Redactor("topsecret").Exchange(exchange).Answer!.Raw.IsEmpty.Should().BeTrue();
        new Redactor("elsewhere").Exchange(exchange).Answer!.Raw.IsEmpty.Should().BeFalse();
    }

    static string Everything(Exchange e) => string.Join('\n', [
        e.Request.Key, .. e.Request.Headers.Select(h => h.ToString()), Encoding.UTF8.GetString(e.Request.Body.Span), .. e.SentHeaders.Select(h => h.ToString()),
        e.Problem, e.TlsProblem, e.Answer!.Reason, .. e.Answer.Headers.Select(h => h.ToString()), Encoding.UTF8.GetString(e.Answer.Body.Span),
        Encoding.UTF8.GetString(e.Answer.Raw.Span), .. e.Answer.WireDefects.Select(d => d.Message)]);
}
