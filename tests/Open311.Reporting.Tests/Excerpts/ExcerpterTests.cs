using System.Text;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;
using Open311.Reporting.Excerpts;
using Open311.Reporting.Redaction;
using Open311.Reporting.Tests.Samples;

namespace Open311.Reporting.Tests.Excerpts;

sealed class ExcerpterTests
{
    static readonly SecretMask Mask = SecretMask.For(new Target { Endpoint = new Uri("https://city.example/"), ApiKey = "secret-key" });

    [Test]
    public void Shows_the_lines_around_the_place_and_marks_it()
    {
        var excerpt = Around(Lines(20), 10)!;

        excerpt.Lines.Select(l => l.Number).Should().Equal(7, 8, 9, 10, 11, 12, 13, 14, 15);
        excerpt.Lines.Single(l => l.IsMarked).Should().Be(new ExcerptLine(10, "line 10", true));
        (excerpt.Exchange, excerpt.Size, excerpt.Line).Should().Be((1, 150, 10));
    }

    [Test]
    public void Shows_the_first_lines_when_no_place_is_known()
    {
        var excerpt = Around(Lines(20), null)!;

        excerpt.Lines.Select(l => l.Number).Should().Equal(1, 2, 3, 4, 5, 6);
        excerpt.Lines.Should().NotContain(l => l.IsMarked);
    }

    [TestCase(1, 1)]
    [TestCase(2, 1)]
    [TestCase(20, 17)]
    public void Stops_at_the_ends_of_the_body(int line, int first) => Around(Lines(20), line)!.Lines[0].Number.Should().Be(first);

    [TestCase(21)]
    [TestCase(9_000)]
    public void Shows_no_line_that_does_not_exist(int line) => (Around(Lines(20), line)?.Lines ?? []).Should().NotContain(l => l.IsMarked);

    [Test]
    public void Has_nothing_to_show_without_a_body()
    {
        Around("", 1).Should().BeNull();
        new Excerpter(Mask).Around(null, 1, null).Should().BeNull();
        new Excerpter(Mask).Around(Sample.Exchange(1) with { Answer = null }, 1, null).Should().BeNull();
    }

    [Test]
    public void Cuts_long_lines_without_cutting_a_character()
    {
        var text = Around(new string('é', 500), 1)!.Lines[0].Text;

        text.Should().Be(new string('é', 120) + " …");
    }

    [Test]
    public void Shows_no_half_of_a_key([Range(215, 245)] int before)
    {
        var text = Around(new string('x', before) + "secret-key" + new string('y', 500), 1)!.Lines[0].Text;

        text.Should().NotContainAny("sec", "ret", "key");
    }

    [Test]
    public void Reads_utf_16()
    {
        var body = Encoding.Unicode.GetBytes("<a>\nsecret-key é\n</a>");

        var excerpt = Around(body, 2)!;

        excerpt.Lines[1].Text.Should().Be("REDACTED é");
    }

    [Test]
    public void Makes_bytes_that_are_no_text_visible() =>
        Around([0x41, 0xFF, 0x00, 0x0D, 0x0A, 0x42], 1)!.Lines.Select(l => l.Text).Should().Equal("A\uFFFD\\u{0000}", "B");

    [TestCase("json", "/700/type", "NEEDLE")]
    [TestCase("xml", "/services/service[701]/type", "NEEDLE")]
    public void Centres_on_the_node_in_a_body_without_line_breaks(string format, string pointer, string needle)
    {
        var items = Enumerable.Range(0, 1_000).Select(i => (Code: $"é{i}", Type: i == 700 ? "NEEDLE" : "batch"));
        var body = format == "json"
            ? $"[{string.Join(',', items.Select(i => $"{{\"service_code\":\"{i.Code}\",\"type\":\"{i.Type}\"}}"))}]"
            : $"<services>{string.Concat(items.Select(i => $"<service><service_code>{i.Code}</service_code><type>{i.Type}</type></service>"))}</services>";

        var line = Around(body, 1, pointer)!.Lines.Single();

        line.Text.Should().StartWith("… ").And.EndWith(" …").And.Contain(needle);
        line.Text.IndexOf(needle, StringComparison.Ordinal).Should().BeInRange(60, 120);
    }

    [TestCase("/9/type")]
    [TestCase("/services/service[9]")]
    [TestCase("no pointer at all")]
    [TestCase("/0/type/deeper")]
    public void Shows_the_beginning_of_the_line_when_the_pointer_leads_nowhere(string pointer)
    {
        var body = $"[{{\"type\":\"{new string('x', 600)}\"}}]";

        Around(body, 1, pointer)!.Lines.Single().Text.Should().StartWith("[{");
    }

    [TestCase("<a><b>")]
    [TestCase("<!DOCTYPE a SYSTEM 'http://evil.example/x'><a><b/></a>")]
    [TestCase("{\"a\":{\"b\"")]
    [TestCase("plain text")]
    public void Survives_what_cannot_be_read(string start) =>
        Around(start + new string('x', 600), 1, "/a/b")!.Lines.Single().Text.Should().StartWith(start[..1]);

    [Test]
    public void Stops_when_the_page_has_enough()
    {
        var excerpter = new Excerpter(Mask, budget: 100);
        var exchange = Exchange(Encoding.UTF8.GetBytes(Lines(20)));

        excerpter.Around(exchange, 10, null).Should().NotBeNull();
        excerpter.Around(exchange, 10, null).Should().NotBeNull();
        excerpter.Around(exchange, 10, null).Should().BeNull();
    }

    static string Lines(int count) => string.Join('\n', Enumerable.Range(1, count).Select(i => $"line {i}"));

    static Excerpt? Around(string body, int? line, string? pointer = null) => Around(Encoding.UTF8.GetBytes(body), line, pointer);

    static Excerpt? Around(byte[] body, int? line, string? pointer = null) => new Excerpter(Mask).Around(Exchange(body), line, pointer);

    static Exchange Exchange(byte[] body)
    {
        var exchange = Sample.Exchange(1);
        return exchange with { Answer = exchange.Answer! with { Body = body } };
    }
}
