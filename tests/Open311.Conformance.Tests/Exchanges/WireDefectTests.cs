using System.IO.Compression;
using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Testing.Wire;

namespace Open311.Conformance.Tests.Exchanges;

/// <summary>What HTTP clients hide or repair, sent over a socket and seen by the probe.</summary>
public sealed class WireDefectTests
{
    const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n";

    static IEnumerable<TestCaseData> Repaired()
    {
        yield return Case("Line feeds only", "HTTP/1.1 200 OK\nContent-Type: text/xml\nContent-Length: 4\n\n<a/>",
            WireDefect.LineFeedOnly, "Lines of the head end in a line feed without a carriage return.");
        yield return Case("Folded header", Head + "X-Long: one\r\n  two\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.FoldedHeader, "The header X-Long is folded over several lines.");
        yield return Case("Two content types", Head + "Content-Type: text/html\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.DuplicateHeader, "The header Content-Type occurs 2 times: 'text/xml' and 'text/html'.");
        yield return Case("Two equal lengths", Head + "Content-Length: 4\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.DuplicateHeader, "The header Content-Length occurs 2 times: '4' and '4'.");
        yield return Case("Blank before colon", "HTTP/1.1 200 OK\r\nContent-Type : text/xml\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.SpaceBeforeColon, "A blank stands before the colon of the header Content-Type.");
        yield return Case("Bytes after the body", Head + "Content-Length: 4\r\n\r\n<a/>\r\n\r\n",
            WireDefect.BytesAfterBody, "4 bytes follow the end of the body.");
        yield return Case("Bytes after the last chunk", Head + "Transfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n\r\nxx",
            WireDefect.BytesAfterBody, "2 bytes follow the end of the body.");
        yield return Case("Length and chunked", Head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n0\r\n\r\n",
            WireDefect.LengthAndChunked, "Content-Length and Transfer-Encoding: chunked are both given.");
        yield return Case("Line feeds only between chunks", Head + "Transfer-Encoding: chunked\r\n\r\n4\n<a/>\n0\n\n",
            WireDefect.LineFeedOnly, "Lines of the chunked coding end in a line feed without a carriage return.");
    }

    [TestCaseSource(nameof(Repaired))]
    public async Task Sees_what_clients_repair_and_reads_on(string wire, WireDefect defect, string message)
    {
        var exchange = await Probing.AnsweredBy(wire);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
        exchange.Answer!.WireDefects.Should().Equal((defect, message));
        exchange.Text().Should().Be("<a/>");
        Encoding.Latin1.GetString(exchange.Answer.Raw.Span).Should().Be(wire);
    }

    static IEnumerable<TestCaseData> Breaking()
    {
        yield return Case("Short body", Head + "Content-Length: 40\r\n\r\n<a/>",
            WireDefect.ShortBody, "Content-Length announces 40 bytes, but the connection was closed after 4.");
        yield return Case("No last chunk", Head + "Transfer-Encoding: chunked\r\n\r\n4\r\n<a/>\r\n",
            WireDefect.ShortBody, "The connection was closed after 4 bytes of a chunked body, before its last chunk.");
        yield return Case("Chunk cut short", Head + "Transfer-Encoding: chunked\r\n\r\n40\r\n<a/>",
            WireDefect.ShortBody, "The connection was closed after 4 bytes of a chunked body, before its last chunk.");
        yield return Case("Chunk size no number", Head + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n<a/>\r\n0\r\n\r\n",
            WireDefect.InvalidChunk, "Where the size of a chunk is expected, 'xyz' is found.");
        yield return Case("Chunk size negative", Head + "Transfer-Encoding: chunked\r\n\r\n-4\r\n<a/>\r\n0\r\n\r\n",
            WireDefect.InvalidChunk, "Where the size of a chunk is expected, '-4' is found.");
        yield return Case("Chunk size enormous", Head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n<a/>\r\n0\r\n\r\n",
            WireDefect.InvalidChunk, "Where the size of a chunk is expected, 'FFFFFFFFFFFFFFFF' is found.");
        yield return Case("Chunk longer than its size", Head + "Transfer-Encoding: chunked\r\n\r\n2\r\n<a/>\r\n0\r\n\r\n",
            WireDefect.InvalidChunk, "A chunk of 2 bytes is followed by '/>' instead of a line end.");
        yield return Case("Not chunked at all", Head + "Transfer-Encoding: chunked\r\n\r\n<services>\r\n</services>",
            WireDefect.InvalidChunk, "Where the size of a chunk is expected, '<services>' is found.");
        yield return Case("Not gzip", Head + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.UndecodableContent, "The body cannot be decoded as gzip: *");
        yield return Case("Not brotli", Head + "Content-Encoding: br\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.UndecodableContent, "The body cannot be decoded as br: *");
        yield return Case("Unknown coding", Head + "Content-Encoding: rot13\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.UndecodableContent, "The content coding 'rot13' is not known.");
        yield return Case("Coded over and over", Head + "Content-Encoding: gzip, gzip, gzip, gzip\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.UndecodableContent, "The body has 4 content codings, one over the other; at most 3 are undone.");
        yield return Case("Header without a colon", Head + "what is this\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.MalformedHead, "The line 'what is this' in the head is not a header.");
        yield return Case("Header with a blank in its name", Head + "X Y: 1\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.MalformedHead, "The line 'X Y: 1' in the head is not a header.");
        yield return Case("Header without a name", Head + ": 1\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.MalformedHead, "The line ': 1' in the head is not a header.");
        yield return Case("NUL in a header", Head + "X-A: 1\02\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.MalformedHead, "The header X-A contains a control character.");
        yield return Case("Length no number", Head + "Content-Length: four\r\n\r\n<a/>",
            WireDefect.MalformedHead, "The Content-Length 'four' cannot be used: it is not one number.");
        yield return Case("Negative length", Head + "Content-Length: -4\r\n\r\n<a/>",
            WireDefect.MalformedHead, "The Content-Length '-4' cannot be used: it is not one number.");
        yield return Case("Head cut short", Head + "Content-Le",
            WireDefect.MalformedHead, "The connection was closed in the middle of the headers.");
        yield return Case("Version of the future", "HTTP/3.7 200 OK\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.MalformedHead, "The status line 'HTTP/3.7 200 OK' is not that of an HTTP/1.1 answer.");
        yield return Case("Status zero", "HTTP/1.1 000 Nothing\r\nContent-Length: 4\r\n\r\n<a/>",
            WireDefect.MalformedHead, "The status line 'HTTP/1.1 000 Nothing' is not that of an HTTP/1.1 answer.");
    }

    [TestCaseSource(nameof(Breaking))]
    public async Task Calls_broken_what_cannot_be_relied_on(string wire, WireDefect defect, string message)
    {
        var exchange = await Probing.AnsweredBy(wire);

        exchange.Outcome.Should().Be(ExchangeOutcome.Broken);
        exchange.Problem.Should().Match(message);
        exchange.Answer!.WireDefects.Should().Contain(d => d.Defect == defect && d.Message == exchange.Problem);
        Encoding.Latin1.GetString(exchange.Answer.Raw.Span).Should().Be(wire, "nothing that was sent is lost");
    }

    [TestCaseSource(nameof(Breaking))]
    public async Task Sees_the_same_whatever_pieces_the_answer_comes_in(string wire, WireDefect defect, string message)
    {
        await using var server = new RawServer(async (_, to, end) =>
        {
            foreach (var one in Encoding.Latin1.GetBytes(wire))
            {
                await to.WriteAsync(new[] { one }, end);
                await to.FlushAsync(end);
            }

            return false;
        });

        var exchange = await Probing.Ask(server);

        exchange.Outcome.Should().Be(ExchangeOutcome.Broken);
        exchange.Problem.Should().Match(message);
        exchange.Defects().Should().Contain(defect);
    }

    [TestCase("SSH-2.0-OpenSSH_9.2\r\n", "SSH-2.0-OpenSSH_9.2··")]
    [TestCase("<html>no head at all</html>", "<html>no head at all</html>")]
    [TestCase("HTTP/1.1 OK\r\n\r\n", "HTTP/1.1 OK····")]
    [TestCase("\r\nHTTP/1.1 200 OK\r\n\r\n", "··HTTP/1.1 200 OK····")]
    [TestCase("\x16\x03\x01\x02\x00", "·····")]
    public async Task Quotes_what_is_no_http(string wire, string shown)
    {
        var exchange = await Probing.AnsweredBy(wire);

        exchange.Outcome.Should().Be(ExchangeOutcome.Broken);
        exchange.Answer.Should().BeNull();
        exchange.Problem.Should().Be($"What came instead of an HTTP answer begins with '{shown.Replace("\x02", "·").Replace("\0", "·")}'.");
    }

    [TestCase("GET", "HTTP/1.1 204 No Content\r\n\r\n<a/>", "An answer with status 204 has no body, but 4 bytes follow its head.")]
    [TestCase("GET", "HTTP/1.1 304 Not Modified\r\nContent-Length: 4\r\n\r\n<a/>", "An answer with status 304 has no body, but 4 bytes follow its head.")]
    [TestCase("HEAD", "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a/>", "An answer to HEAD has no body, but 4 bytes follow its head.")]
    public async Task Sees_a_body_where_none_may_be_even_when_it_comes_late(string method, string wire, string message)
    {
        var at = wire.IndexOf("<a/>", StringComparison.Ordinal);
        await using var server = new RawServer(async (_, to, end) =>
        {
            await to.WriteAsync(Encoding.ASCII.GetBytes(wire[..at]), end);
            await to.FlushAsync(end);
            await to.WriteAsync(Encoding.ASCII.GetBytes(wire[at..]), end);
            return true;
        });

        var exchange = await Probing.Ask(server, method);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered);
        exchange.Answer!.WireDefects.Should().Equal((WireDefect.UnexpectedBody, message));
        exchange.Answer.Body.IsEmpty.Should().BeTrue();
    }

    [Test]
    public async Task A_stray_body_never_becomes_the_next_answer()
    {
        await using var server = new RawServer(async (request, to, end) =>
        {
            var stray = request.Target == "/1" ? "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nsmuggle" : "";
            await to.WriteAsync(Encoding.ASCII.GetBytes(Probing.Ok(request.Target) + stray), end);
            return true;
        });
        await using var probe = new HttpProbe(Probing.Settings with { Concurrency = 1 }, TimeProvider.System);

        var first = await probe.SendAsync(Probing.Get(server.Base + "/1"), CancellationToken.None);
        var second = await probe.SendAsync(Probing.Get(server.Base + "/2"), CancellationToken.None);

        first.Text().Should().Be("/1");
        first.Defects().Should().Equal(WireDefect.BytesAfterBody);
        second.Text().Should().Be("/2");
        second.Answer!.WireDefects.Should().BeEmpty();
    }

    [Test]
    public async Task Two_different_lengths_end_at_neither()
    {
        var exchange = await Probing.AnsweredBy(Head + "Content-Length: 4\r\nContent-Length: 2\r\n\r\n<a/>");

        exchange.Outcome.Should().Be(ExchangeOutcome.Broken);
        exchange.Defects().Should().Contain([WireDefect.DuplicateHeader, WireDefect.MalformedHead]);
    }

    [Test]
    public async Task A_doubled_length_does_not_wait_for_the_end_of_a_kept_connection()
    {
        await using var server = RawServer.Keeping(Head + "Content-Length: 4\r\nContent-Length: 4\r\n\r\n<a/>");

        var exchange = await Probing.Ask(server);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
        exchange.Text().Should().Be("<a/>");
    }

    [TestCase("HTTP/1.0 200 OK\r\n\r\n<a/>", "HTTP/1.0")]
    [TestCase("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<a/>", "HTTP/1.1")]
    [TestCase("HTTP/1.1 200\r\nContent-Length: 4\r\n\r\n<a/>", "HTTP/1.1")]
    [TestCase("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a/>", "HTTP/1.1")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;ext=1\r\n<\r\n003\r\na/>\r\n0\r\nX-Trailer: 1\r\n\r\n", "HTTP/1.1")]
    [TestCase("HTTP/1.1 200 OK\r\nX-Empty:\r\nContent-Length: 4, 4\r\n\r\n<a/>", "HTTP/1.1")]
    public async Task Finds_no_defect_in_what_is_allowed(string wire, string version)
    {
        var exchange = await Probing.AnsweredBy(wire);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
        exchange.Answer!.WireDefects.Should().BeEmpty();
        exchange.Answer.HttpVersion.Should().Be(version);
        exchange.Answer.Status.Should().Be(200);
        exchange.Text().Should().Be("<a/>");
    }

    [TestCase("gzip")]
    [TestCase("x-gzip")]
    [TestCase("deflate")]
    [TestCase("raw deflate")]
    [TestCase("br")]
    public async Task Decodes_what_was_asked_for(string coding)
    {
        var exchange = await Coded(coding, "gzip, deflate;q=0.5, br");

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
        exchange.Answer!.WireDefects.Should().BeEmpty();
        exchange.Text().Should().Be("<services/>");
    }

    [TestCase("gzip", "identity")]
    [TestCase("gzip", "")]
    [TestCase("gzip", "*;q=0")]
    [TestCase("br", "gzip, br;q=0.0, *")]
    public async Task Decodes_but_notes_what_was_not_asked_for(string coding, string accepted)
    {
        var exchange = await Coded(coding, accepted);

        exchange.Outcome.Should().Be(ExchangeOutcome.Answered, exchange.Problem);
        exchange.Answer!.WireDefects.Should().Equal(
            (WireDefect.UnrequestedCoding, $"The body is coded as '{coding}', which was not asked for in Accept-Encoding."));
        exchange.Text().Should().Be("<services/>");
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    public async Task A_coded_body_that_ends_too_early_is_broken(string coding)
    {
        var whole = Encode(coding, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"<a>{i}</a>"))));
        var part = whole[..(whole.Length / 2)];

        var exchange = await Probing.AnsweredBy(
            [.. Encoding.ASCII.GetBytes($"{Head}Content-Encoding: {coding}\r\nContent-Length: {part.Length}\r\n\r\n"), .. part],
            headers: new HeaderField("Accept-Encoding", coding));

        exchange.Outcome.Should().Be(ExchangeOutcome.Broken);
        exchange.Defects().Should().Equal(WireDefect.UndecodableContent);
    }

    static Task<Exchange> Coded(string coding, string accepted)
    {
        var body = Encode(coding, "<services/>"u8.ToArray());
        return Probing.AnsweredBy(
            [.. Encoding.ASCII.GetBytes($"{Head}Content-Encoding: {coding.Split(' ')[^1]}\r\nContent-Length: {body.Length}\r\n\r\n"), .. body],
            headers: new HeaderField("Accept-Encoding", accepted));
    }

    static byte[] Encode(string coding, byte[] plain)
    {
        using var coded = new MemoryStream();
        using (Stream encoder = coding switch
        {
            "gzip" or "x-gzip" => new GZipStream(coded, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(coded, CompressionLevel.Fastest),
            "br" => new BrotliStream(coded, CompressionLevel.Fastest),
            _ => new DeflateStream(coded, CompressionLevel.Fastest),
        })
        {
            encoder.Write(plain);
        }

        return coded.ToArray();
    }

    static TestCaseData Case(string name, string wire, WireDefect defect, string message) =>
        new TestCaseData(wire, defect, message).SetArgDisplayNames(name);
}
