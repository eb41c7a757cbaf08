using System.IO.Compression;
using System.Text;
using Open311.Recordings.Scrubbing;

namespace Open311.Recordings.Tests.Scrubbing;

public sealed class BodyTests
{
    const string Document = "<?xml version=\"1.0\" encoding=\"{0}\"?><service_requests><request><email>jane@mail.com</email><description>Hällo, Zoë war da</description><first_name>Zoë</first_name></request></service_requests>";

    [TestCase("utf-8", false)]
    [TestCase("utf-16", true)]
    [TestCase("utf-16BE", false)]
    [TestCase("utf-32", true)]
    [TestCase("iso-8859-1", false)]
    public void Every_encoding_comes_back_in_itself(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] body = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(string.Format(Document, name))];

        var scrubbed = Tape.Scrubbed(Tape.Answer(body, "text/xml", $"{Tape.City}/requests.xml"))[0].ResponseBody.ToArray();

        var text = encoding.GetString(scrubbed);
        text.Should().Contain($"encoding=\"{name}\"").And.Contain("Hällo, Q").And.NotContain("jane").And.NotContain("Zoë");
        scrubbed.AsSpan().StartsWith(withMark ? encoding.GetPreamble() : []).Should().BeTrue();
        System.Xml.Linq.XDocument.Parse(text.TrimStart('\uFEFF')).Descendants("request").Should().ContainSingle();
    }

    [Test]
    public void Latin_1_that_claims_to_be_Utf_8_stays_what_it_is()
    {
        var body = Encoding.Latin1.GetBytes(string.Format(Document, "utf-8"));

        var text = Encoding.Latin1.GetString(Tape.Scrubbed(Tape.Answer(body, "text/xml; charset=utf-8", $"{Tape.City}/requests.xml"))[0].ResponseBody.Span);

        text.Should().Contain("Hällo, Q").And.NotContain("Zoë").And.NotContain("jane");
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    [TestCase("raw deflate")]
    [TestCase("gzip, br")]
    public void Codings_are_undone_and_done_again(string codings)
    {
        var body = Encoding.UTF8.GetBytes("""[{"email":"jane@mail.com"}]""");
        foreach (var coding in codings.Split(", "))
            body = Coded(body, coding);

        var take = Tape.Scrubbed(Tape.Answer(body, "application/json", $"{Tape.City}/requests.json", new Cassettes.HeaderLine("Content-Encoding", codings.Replace("raw ", ""))))[0];

        var plain = take.ResponseBody.ToArray();
        foreach (var coding in codings.Split(", ").Reverse())
            plain = Decoded(plain, coding);
        Encoding.UTF8.GetString(plain).Should().MatchRegex("""^\[\{"email":"resident\.[a-z0-9]{8}@example\.org"\}\]$""");
        take.ResponseHeaders.Should().Contain(h => h.Name == "Content-Length" && h.Value == $"{take.ResponseBody.Length}");
    }

    [Test]
    public void What_holds_nothing_comes_back_coded_as_it_was()
    {
        var body = Coded(Encoding.UTF8.GetBytes("""[{"status":"open"}]"""), "gzip");

        Tape.Scrubbed(Tape.Answer(body, "application/json", $"{Tape.City}/requests.json", new Cassettes.HeaderLine("Content-Encoding", "gzip")))[0].ResponseBody.ToArray().Should().Equal(body);
    }

    [TestCase("application/json", """[{"email":"jane@mail.com",""")]
    [TestCase("application/json", """{"email":"jane@mail.com" "x"}""")]
    [TestCase("text/xml", "<a><email>jane@mail.com</a>")]
    [TestCase("text/xml", "<a><email>jane@mail.com</email>")]
    [TestCase("text/xml; charset=utf-8", "[{\"email\":\"jane@mail.com\"")]
    [TestCase("", "<service_requests><email>")]
    public void What_cannot_be_read_is_refused_with_the_take(string contentType, string body)
    {
        var outcome = Tape.Scrub(new ScrubOptions { Seed = 1 }, Tape.Json("[]"), Tape.Answer(Encoding.UTF8.GetBytes(body), contentType, $"{Tape.City}/requests.json"));

        outcome.IsRefused.Should().BeTrue();
        outcome.Refusals.Should().ContainSingle().Which.Take.Should().Be(2);
        outcome.Refusals[0].Reason.Should().Contain("take 2").And.EndWith(".").And.NotContain("jane");
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("zstd")]
    public void A_coding_that_cannot_be_undone_is_refused(string coding)
    {
        var outcome = Tape.Scrub(new ScrubOptions { Seed = 1 }, Tape.Answer([9, 8, 7, 6], "application/json", $"{Tape.City}/requests.json", new Cassettes.HeaderLine("Content-Encoding", coding)));

        outcome.Refusals.Should().ContainSingle().Which.Reason.Should().Contain(coding);
    }

    [TestCase("text/html", "<!DOCTYPE html><html><body><p>Contact jane@mail.com</body></html>")]
    [TestCase("application/json", "<html><h1>Not Found</h1> jane@mail.com")]
    [TestCase("text/plain", "Ask jane@mail.com (really)")]
    [TestCase("text/xml", "Not found, ask jane@mail.com")]
    [TestCase("application/javascript", "callback([{\"email\":\"jane@mail.com\"}]);")]
    public void Pages_and_words_are_scrubbed_as_text(string contentType, string body)
    {
        var text = Tape.Text(Tape.Scrubbed(Tape.Answer(Encoding.UTF8.GetBytes(body), contentType, $"{Tape.City}/requests.json"))[0]);

        System.Text.RegularExpressions.Regex.Replace(text, "resident\\.[a-z0-9]{8}@example\\.org", "jane@mail.com").Should().Be(body);
        text.Should().NotContain("jane");
    }

    [Test]
    public void An_answer_of_a_declaration_alone_is_no_reason_to_refuse() =>
        Tape.ScrubbedXml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").Should().Be("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");

    [Test]
    public void A_multipart_form_is_scrubbed_and_its_picture_replaced()
    {
        var picture = Encoding.Latin1.GetString([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 2, 3, 13, 10, 200]);
        var body = "--xyz\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\njane@mail.com\r\n--xyz\r\nContent-Disposition: form-data; name=\"first_name\"\r\n\r\n"
            + Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("Zoë"))
            + $"\r\n--xyz\r\nContent-Disposition: form-data; name=\"media\"; filename=\"jane doe.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n{picture}\r\n--xyz--\r\n";

        var outcome = Tape.Scrub(new ScrubOptions { Seed = 1 }, Tape.Post(body, "multipart/form-data; boundary=xyz"));

        var sent = Tape.Sent(outcome.Cassette!.Takes[0]);
        sent.Should().NotContain("jane").And.NotContain("Zo").And.NotContain(picture).And.Contain("filename=\"scrubbed-").And.Contain(".jpg\"").And.EndWith("\r\n--xyz--\r\n");
        sent.Split("--xyz").Should().HaveCount(5);
        outcome.Report.Notes.Should().ContainSingle();
    }

    [Test]
    public void A_picture_that_was_asked_for_is_where_the_media_url_points()
    {
        const string url = "https://photos.city.gov/p/1.png";
        var takes = Tape.Scrubbed(Tape.Json($$"""[{"media_url":"{{url}}"}]"""), Tape.Answer([0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3], "image/png", url));

        var pointed = System.Text.Json.JsonDocument.Parse(Tape.Text(takes[0])).RootElement[0].GetProperty("media_url").GetString();
        takes[1].Url.Should().Be(pointed);
        takes[1].ResponseBody.Length.Should().BeGreaterThan(40);
    }

    static byte[] Coded(byte[] bytes, string coding)
    {
        var output = new MemoryStream();
        using (Stream stream = coding switch
        {
            "gzip" => new GZipStream(output, CompressionLevel.Fastest),
            "br" => new BrotliStream(output, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(output, CompressionLevel.Fastest),
            _ => new DeflateStream(output, CompressionLevel.Fastest),
        })
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }

    static byte[] Decoded(byte[] bytes, string coding)
    {
        var output = new MemoryStream();
        var input = new MemoryStream(bytes);
        using Stream stream = coding switch
        {
            "gzip" => new GZipStream(input, CompressionMode.Decompress),
            "br" => new BrotliStream(input, CompressionMode.Decompress),
            "deflate" => new ZLibStream(input, CompressionMode.Decompress),
            _ => new DeflateStream(input, CompressionMode.Decompress),
        };
        stream.CopyTo(output);
        return output.ToArray();
    }
}
