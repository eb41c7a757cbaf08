using System.Text;
using System.Text.Json;
using Open311.Conformance.Evidence;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Tests.Exchanges;
using VerifyNUnit;

namespace Open311.Conformance.Tests.Evidence;

public sealed class HarTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, 250, TimeSpan.Zero);

    [Test]
    public Task Writes_what_a_reader_of_har_expects() =>
        Verifier.Verify(Encoding.UTF8.GetString(Write([Whole(), Failed()], "topsecret")), "json");

    [Test]
    public void Reads_back_what_it_wrote()
    {
        Exchange[] exchanges = [Whole(), Failed(), Whole() with { Number = 3 }];

        var read = HarReader.Read(new MemoryStream(Write(exchanges)));

        read.Should().BeEquivalentTo(exchanges, options => options
            .WithStrictOrdering()
            .ComparingByValue<Uri>()
            .Using<ReadOnlyMemory<byte>>(c => c.Subject.ToArray().Should().Equal(c.Expectation.ToArray())).WhenTypeIs<ReadOnlyMemory<byte>>());
        read.Select(e => e.Request.Key).Should().Equal(exchanges.Select(e => e.Request.Key));
        read.Select(e => e.Request.Url.OriginalString).Should().Equal(exchanges.Select(e => e.Request.Url.OriginalString));
    }

    static IEnumerable<TestCaseData> Bodies()
    {
        yield return new TestCaseData(Array.Empty<byte>()).SetArgDisplayNames("empty");
        yield return new TestCaseData("<a>\u00e4 \u2028 \0 \x1b</a>\r\n"u8.ToArray()).SetArgDisplayNames("UTF-8");
        yield return new TestCaseData("\uFEFF<a/>"u8.ToArray()).SetArgDisplayNames("byte order mark");
        yield return new TestCaseData("<script>alert(1)</script>\"}],"u8.ToArray()).SetArgDisplayNames("markup");
        yield return new TestCaseData(Encoding.Latin1.GetBytes("\xe4\xff")).SetArgDisplayNames("Latin-1");
        yield return new TestCaseData(Encoding.Unicode.GetBytes("<a/>")).SetArgDisplayNames("UTF-16");
        yield return new TestCaseData(new byte[] { 0xed, 0xa0, 0x80 }).SetArgDisplayNames("a surrogate in UTF-8");
        yield return new TestCaseData(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x\U0001F680\"\u00e4", 20_000)))).SetArgDisplayNames("long");
        yield return new TestCaseData((byte[])[.. Encoding.UTF8.GetBytes(new string('\u00e4', 100_001)), 0xff]).SetArgDisplayNames("long, and at its end no text");
        yield return new TestCaseData(Enumerable.Range(0, 256).Select(i => (byte)i).ToArray()).SetArgDisplayNames("every byte");
    }

    [TestCaseSource(nameof(Bodies))]
    public void Keeps_a_body_to_the_byte(byte[] body)
    {
        var exchange = Whole() with { Answer = Whole().Answer! with { Body = body }, Request = Whole().Request with { Body = body } };

        var read = HarReader.Read(new MemoryStream(Write([exchange]))).Single();

        read.Answer!.Body.ToArray().Should().Equal(body);
        read.Request.Body.ToArray().Should().Equal(body);
        read.Request.Key.Should().Be(exchange.Request.Key);
    }

    [Test]
    public void Shows_no_live_markup()
    {
        var exchange = Whole() with { Answer = Whole().Answer! with { Body = "</script><script>alert(1)</script>"u8.ToArray() } };

        Encoding.UTF8.GetString(Write([exchange])).Should().NotContain("<script");
    }

    [Test]
    public void Keeps_raw_bytes_only_where_they_tell_more()
    {
        var clean = Whole() with { Answer = Whole().Answer! with { WireDefects = [] } };

        Encoding.UTF8.GetString(Write([Whole()])).Should().Contain("\"_raw\"");
        Encoding.UTF8.GetString(Write([clean])).Should().NotContain("\"_raw\"");
    }

    [TestCase("topsecret")]
    [TestCase("\"},{\"")]
    [TestCase("\\")]
    [TestCase("entries")]
    [TestCase("value")]
    [TestCase("k\u00e9y \U0001F511")]
    public void No_key_appears_and_none_corrupts_the_archive(string key)
    {
        var exchange = Whole() with
        {
            Request = Probing.Get($"https://h.example/x?api_key={Uri.EscapeDataString(key)}"),
            Answer = Whole().Answer! with { Body = Encoding.UTF8.GetBytes($"<api_key>{key}</api_key>"), Raw = default },
        };

        var bytes = Write([exchange], key);

        using var parsed = JsonDocument.Parse(bytes);
        var read = HarReader.Read(new MemoryStream(bytes)).Single();
        read.Request.Url.OriginalString.Should().Be("https://h.example/x?api_key=REDACTED");
        Encoding.UTF8.GetString(read.Answer!.Body.Span).Should().Be("<api_key>REDACTED</api_key>");
    }

    [Test]
    public void A_masked_recording_answers_those_who_ask_with_the_mask()
    {
        var exchange = Whole() with { Request = Probing.Get("https://h.example/x?api_key=topsecret") };
        var recorded = new RecordedExchanges(HarReader.Read(new MemoryStream(Write([exchange], "topsecret"))));

        var answer = recorded.SendAsync(Probing.Get($"https://h.example/x?api_key={Redactor.Mask}"), CancellationToken.None);

        answer.Result.Outcome.Should().Be(ExchangeOutcome.Answered);
    }

    [Test]
    public void Reads_what_a_browser_saved()
    {
        const string Saved = """
            {"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[{"id":"page_1","pageTimings":{}}],
             "entries":[{"_initiator":{"type":"other"},"_priority":"VeryHigh","cache":{},"connection":"443","pageref":"page_1",
              "request":{"method":"GET","url":"https://city.example/v2/services.xml#top","httpVersion":"http/2.0",
               "headers":[{"name":":authority","value":"city.example"}],"queryString":[],"cookies":[],"headersSize":-1,"bodySize":0},
              "response":{"status":200,"statusText":"","httpVersion":"http/2.0","headers":[{"name":"content-type","value":"text/xml"}],"cookies":[],
               "content":{"size":11,"mimeType":"text/xml","text":"PHNlcnZpY2VzLz4=","encoding":"base64"},"redirectURL":"","headersSize":-1,"bodySize":-1,"_transferSize":900,"_error":null},
              "serverIPAddress":"192.0.2.1","startedDateTime":"2026-11-23T12:00:00.000Z","time":12.5,
              "timings":{"blocked":1.1,"dns":-1,"ssl":-1,"connect":-1,"send":0.1,"wait":10,"receive":1.4}},
             {"startedDateTime":"2026-11-23T12:00:01.000Z","request":{"method":"GET","url":"https://city.example/gone"},"response":{"status":0},"timings":{}}]}}
            """;

        var exchanges = HarReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Saved)));

        exchanges.Select(e => e.Outcome).Should().Equal(ExchangeOutcome.Answered, ExchangeOutcome.NoAnswer);
        exchanges[0].Text().Should().Be("<services/>");
        exchanges[0].Answer!.Header("Content-Type").Should().Be("text/xml");
        exchanges[0].Wait.Should().Be(TimeSpan.FromMilliseconds(10));
        exchanges[0].Request.Key.Should().Be(Probing.Get("https://city.example/v2/services.xml").Key);
        exchanges[1].Answer.Should().BeNull();
        exchanges[1].Problem.Should().Be("The HAR holds no answer.");
    }

    [TestCase("", "The file is no HAR: it is not JSON at line 1, byte 1.")]
    [TestCase("<html>", "The file is no HAR: it is not JSON at line 1, byte 1.")]
    [TestCase("[]", "The file is no HAR: it holds no list log.entries.")]
    [TestCase("{\"log\":{\"version\":\"1.2\"}}", "The file is no HAR: it holds no list log.entries.")]
    [TestCase("{\"log\":{\"entries\":[", "The file is no HAR: it is not JSON at line 1, byte *.")]
    [TestCase("{\"log\":{\"entries\":[1]}}", "Entry 1 of the HAR cannot be read: it is not an object.")]
    [TestCase("{\"log\":{\"entries\":[{}]}}", "Entry 1 of the HAR cannot be read: it has no request.")]
    [TestCase("{\"log\":{\"entries\":[{\"request\":{\"url\":\"about:blank\"}}]}}", "Entry 1 of the HAR cannot be read: 'about:blank' is not an absolute http*")]
    [TestCase("{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://a/\"},\"response\":{\"status\":200,\"content\":{\"text\":\"%%\",\"encoding\":\"base64\"}}}]}}", "Entry 1 of the HAR cannot be read: *")]
    [TestCase("{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://a/\"},\"response\":{\"status\":200,\"content\":{\"text\":\"\\ud800\"}}}]}}", "Entry 1 of the HAR cannot be read: *")]
    [TestCase("{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://a/\"},\"response\":{\"status\":200},\"_wireDefects\":[{\"defect\":\"Dented\"}]}]}}", "Entry 1 of the HAR cannot be read: 'Dented' is not a known wire defect.")]
    public void Refuses_what_is_no_archive_in_a_sentence(string text, string message)
    {
        var reading = () => HarReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        reading.Should().Throw<InvalidDataException>().WithMessage(message);
    }

    [Test]
    public void Refuses_nesting_without_end()
    {
        var deep = "{\"log\":{\"entries\":[{\"x\":" + new string('[', 100_000);

        var reading = () => HarReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(deep)));

        reading.Should().Throw<InvalidDataException>();
    }

    [Test]
    public void Refuses_more_than_the_limit()
    {
        var reading = () => HarReader.Read(new MemoryStream(new byte[1001]), limit: 1000);

        reading.Should().Throw<InvalidDataException>().WithMessage("The HAR is larger than the 1000 bytes that are read.");
    }

    static byte[] Write(IEnumerable<Exchange> exchanges, string? key = null)
    {
        using var to = new MemoryStream();
        HarWriter.Write(to, exchanges, new Redactor(key), "0.1.0");
        return to.ToArray();
    }

    static Exchange Whole() => new()
    {
        Number = 1,
        Request = Probing.Get("https://city.example/v2/s/%2e./services.xml?jurisdiction_id=c%C3%A4ty&api_key=topsecret&empty") with
        {
            Headers = [new("Accept", "text/xml")],
            Occasion = 2,
            Attempt = 1,
        },
        SentHeaders = [new("Host", "city.example"), new("Accept", "text/xml")],
        Outcome = ExchangeOutcome.Answered,
        TlsProblem = "The certificate of the server is not valid: its issuer is not trusted.",
        Started = Start,
        Wait = TimeSpan.FromMilliseconds(12.5),
        Duration = TimeSpan.FromMilliseconds(20),
        Answer = new Answer
        {
            Status = 200,
            Reason = "OK",
            Headers = [new("Content-Type", "text/xml"), new("X-A", "1"), new("x-a", "\xe9"), new("Location", "/elsewhere")],
            Raw = "HTTP/1.1 200 OK\nContent-Type: text/xml\n\n<services/>"u8.ToArray(),
            Body = "<services/>"u8.ToArray(),
            WireDefects = [(WireDefect.LineFeedOnly, "Lines of the head end in a line feed without a carriage return.")],
        },
    };

    static Exchange Failed() => new()
    {
        Number = 2,
        Request = Probing.Get("https://city.example/v2/requests.xml") with
        {
            Method = "POST",
            Headers = [new("Content-Type", "application/x-www-form-urlencoded")],
            Body = "lat=1&description=%C3%A9"u8.ToArray(),
        },
        Outcome = ExchangeOutcome.NoAnswer,
        Problem = "The connection was closed instead of an answer.",
        Started = Start,
    };
}
