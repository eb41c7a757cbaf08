using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing;
using Open311.Testing;

namespace Open311.Recordings.Tests.Scrubbing;

/// <summary>Scrubs what eleven real servers answered.</summary>
public sealed class CorpusTests
{
    [TestCase("6aika")]
    [TestCase("eindhoven")]
    [TestCase("fixmystreet")]
    [TestCase("georeport-server")]
    [TestCase("govflow")]
    [TestCase("helsinki-test")]
    [TestCase("mrich316")]
    [TestCase("open311-adapter")]
    [TestCase("open311server")]
    [TestCase("simple-crm")]
    [TestCase("ureport")]
    public void A_real_server_can_be_scrubbed_and_its_documents_keep_their_shape(string server)
    {
        var takes = Takes(server);

        var scrubbed = Tape.Scrubbed(new ScrubOptions { Seed = 311 }, takes);

        foreach (var (before, after) in takes.Zip(scrubbed).Where(p => IsDocument(p.First)))
            Wiretap.Shape(Tape.Text(after).TrimStart('\uFEFF')).Should().Be(Wiretap.Shape(Tape.Text(before).TrimStart('\uFEFF')), "of {0}", before.Url);
        var text = string.Concat(scrubbed.Select(Tape.Text));
        text.Should().NotContainAny("Jane Reporter", "jaakko.rajaniemi", "5165931", "f1301b1ded935eabc5faa6a2ce975f6", "22 Acacia", "dummy@open311.local");
    }

    [Test]
    public void A_thousand_calls_take_a_few_seconds()
    {
        var corpus = (string[])["6aika", "eindhoven", "fixmystreet", "mrich316", "simple-crm", "ureport"];
        var takes = Enumerable.Range(0, 1000).Select(i => i).Zip(Repeat(corpus.SelectMany(Takes).ToArray()), (_, take) => take).ToArray();
        var clock = Stopwatch.StartNew();

        Tape.Scrubbed(takes);

        TestContext.Out.WriteLine($"{takes.Length} calls, {takes.Sum(t => t.ResponseBody.Length)} bytes: {clock.ElapsedMilliseconds} ms");
    }

    static IEnumerable<Take> Repeat(Take[] takes)
    {
        while (true)
        {
            foreach (var take in takes)
                yield return take;
        }
    }

    static bool IsDocument(Take take)
    {
        var text = Tape.Text(take).TrimStart('\uFEFF', ' ', '\n', '\r');
        return (text.StartsWith('[') || text.StartsWith('{') || (text.StartsWith('<') && text.Contains("</") && !text.Contains("<h", StringComparison.OrdinalIgnoreCase))) && !text.Contains("<!doctype", StringComparison.OrdinalIgnoreCase);
    }

    static Take[] Takes(string server)
    {
        if (Repository.Corpus is not { } corpus)
        {
            Assert.Ignore("The recorded answers of real servers are not beside this checkout (../shared/corpus).");
            return [];
        }

        var folder = Path.Combine(corpus, server);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        return [.. manifest.RootElement.GetProperty("files").EnumerateArray().Select(file => new Take
        {
            Number = 1,
            Method = "GET",
            Url = $"{Tape.City}/{file.GetProperty("file").GetString()}",
            Status = file.GetProperty("http_status").GetInt32(),
            ResponseHeaders = [.. file.GetProperty("headers").EnumerateArray().Select(h => h.GetString()!.Split(": ", 2)).Where(h => h.Length == 2).Select(h => new HeaderLine(h[0], h[1]))],
            ResponseBody = File.ReadAllBytes(Path.Combine(folder, file.GetProperty("file").GetString()!)),
        })];
    }
}
