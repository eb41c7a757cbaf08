using System.Text;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing;

namespace Open311.Recordings.Tests.Scrubbing;

public sealed class WireTests
{
    const string Body = """[{"email":"jane@mail.com","status":"open"}]""";

    [Test]
    public void What_came_on_the_wire_is_scrubbed_with_its_framing()
    {
        var take = Take($"HTTP/1.1 200 OK\nX-Contact: jane@mail.com\nContent-Length: 99\n\n{Body}", new("X-Contact", "jane@mail.com"), new("Content-Length", "99"));

        var scrubbed = Tape.Scrubbed(take)[0];

        var body = Tape.Text(scrubbed);
        Encoding.Latin1.GetString(scrubbed.Wire.Span).Should().Be($"HTTP/1.1 200 OK\nX-Contact: {scrubbed.ResponseHeaders[0].Value}\nContent-Length: {99 - Body.Length + body.Length}\n\n{body}").And.NotContain("jane");
    }

    [Test]
    public void Chunks_stay_chunks()
    {
        var chunked = $"5;x=1\r\n{Body[..5]}\r\n{Body.Length - 5:X}\r\n{Body[5..]}\r\n0\r\n";
        var scrubbed = Tape.Scrubbed(Take("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked, new HeaderLine("Transfer-Encoding", "chunked")))[0];

        var body = Tape.Text(scrubbed);
        Encoding.Latin1.GetString(scrubbed.Wire.Span).Should().Be($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;x=1\r\n{body[..5]}\r\n{body.Length - 5:x}\r\n{body[5..]}\r\n0\r\n");
    }

    [Test]
    public void What_follows_the_body_is_text() =>
        Encoding.Latin1.GetString(Tape.Scrubbed(Take($"HTTP/1.1 200 OK\r\nX: y\r\nbroken jane@mail.com\r\n\r\n{Body}trailing joe@mail.com", new HeaderLine("X", "y")))[0].Wire.Span)
            .Should().NotContain("mail.com").And.Contain("trailing resident.");

    [Test]
    public void Bytes_that_do_not_hold_the_body_are_refused() =>
        Tape.Scrub(new ScrubOptions { Seed = 1 }, Take("HTTP/1.1 200 OK\r\n\r\nsomething else", new HeaderLine("X", "y"))).Refusals.Should().ContainSingle().Which.Part.Should().Be("wire");

    static Take Take(string wire, params HeaderLine[] headers) => Tape.Json(Body) with { ResponseHeaders = headers, Wire = Encoding.Latin1.GetBytes(wire) };
}
