using System.Text;
using CsCheck;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Recordings.Tests.Storing;

[TestFixture]
sealed class RecordingFolderTests
{
    string root = "";

    [SetUp]
    public void Prepare() => root = Directory.CreateTempSubdirectory("open311-recording-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(root, recursive: true);

    static RecordingInfo Info => new()
    {
        Source = "https://city.example/open311/v2",
        Recorded = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero),
        Finished = new(2026, 6, 15, 10, 1, 0, TimeSpan.Zero),
        Kind = RecordingKind.Walk,
        Tool = "1.0",
        Jurisdictions = ["city.example"],
        Verdict = new("georeport-v2/2026-1", "Nonconformant", ["GR2-REQS-031"], []),
    };

    static Take Take(int number, string body, string name = "Content-Type") => new()
    {
        Number = number,
        Method = "GET",
        Url = $"https://city.example/open311/v2/requests.xml?status=open&n={number}",
        RequestHeaders = [new("Host", "city.example")],
        Status = 200,
        Reason = "Fine, thanks",
        ResponseHeaders = [new(name, "text/xml; charset=utf-8"), new("X-twice", "a"), new("X-TWICE", "b")],
        ResponseBody = Encoding.UTF8.GetBytes(body),
        Started = Info.Recorded.AddSeconds(number),
        Wait = TimeSpan.FromMilliseconds(12),
        Duration = TimeSpan.FromMilliseconds(15),
    };

    string At(string name) => Path.Combine(root, name);

    [Test]
    public void What_is_written_is_read_again_to_the_byte()
    {
        var bytes = Gen.Byte.Array[0, 300];
        var number = 0;
        Gen.Select(bytes, bytes, bytes, Gen.Int[0, 999], Gen.String[Gen.Char[' ', '~'], 0, 20]).Sample(
            (body, sent, wire, status, reason) =>
            {
                var take = Take(1, "") with { Method = "POST", ResponseBody = body, RequestBody = sent, Wire = wire, Status = status, Reason = reason, Outcome = "Broken", Problem = "p", Occasion = 2, Attempt = 1, HttpVersion = status == 0 ? "HTTP/1.1" : "HTTP/1.0" };
                var at = At($"r{Interlocked.Increment(ref number)}");
                RecordingFolder.Write(at, new(Info, new([take])));
                var read = RecordingFolder.Read(at);
                read.Cassette.Takes.Should().ContainSingle().Which.Should().BeEquivalentTo(take, o => o
                    .Using<ReadOnlyMemory<byte>>(c => c.Subject.ToArray().Should().Equal(c.Expectation.ToArray())).WhenTypeIs<ReadOnlyMemory<byte>>());
                read.Info.Should().BeEquivalentTo(Info with { Exchanges = 1 });
            },
            iter: 40);
    }

    [Test]
    public void Equal_bodies_are_kept_once_and_the_same_recording_gives_the_same_files()
    {
        var recording = new Recording(Info, new([Take(1, "<a/>"), Take(2, "<a/>"), Take(3, "<b/>")]));
        RecordingFolder.Write(At("a"), recording);
        RecordingFolder.Write(At("b"), recording);
        Directory.GetFiles(Path.Combine(At("a"), "bodies")).Should().HaveCount(2);
        Files("a").Should().BeEquivalentTo(Files("b"));

        Dictionary<string, string> Files(string name) => Directory.GetFiles(At(name), "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(At(name), f), f => Convert.ToHexString(File.ReadAllBytes(f)));
    }

    [Test]
    public void A_recording_is_not_overwritten_unless_that_is_asked_for_and_anything_else_never_is()
    {
        RecordingFolder.Write(At("a"), new(Info, new([Take(1, "<a/>")])));
        var second = new Recording(Info, new([Take(1, "<b/>")]));
        FluentActions.Invoking(() => RecordingFolder.Write(At("a"), second)).Should().Throw<RecordingException>().WithMessage("*--force*");
        RecordingFolder.Write(At("a"), second, overwrite: true);
        Encoding.UTF8.GetString(RecordingFolder.Read(At("a")).Cassette.Takes[0].ResponseBody.Span).Should().Be("<b/>");

        Directory.CreateDirectory(At("work"));
        File.WriteAllText(Path.Combine(At("work"), "thesis.txt"), "precious");
        FluentActions.Invoking(() => RecordingFolder.Write(At("work"), second, overwrite: true)).Should().Throw<RecordingException>();
        File.ReadAllText(Path.Combine(At("work"), "thesis.txt")).Should().Be("precious");
        Directory.GetFileSystemEntries(root).Select(Path.GetFileName).Should().BeEquivalentTo("a", "work");
    }

    [Test]
    public void A_recording_that_cannot_be_written_leaves_nothing_behind()
    {
        var broken = new Cassette([Take(1, "<a/>"), Take(2, "<b/>") with { Url = null! }]);
        FluentActions.Invoking(() => RecordingFolder.Write(At("a"), new(Info, broken))).Should().Throw<Exception>();
        Directory.GetFileSystemEntries(root).Should().BeEmpty();
    }

    [TestCase("../../recording.json")]
    [TestCase("/etc/passwd")]
    [TestCase("bodies/../recording.json")]
    [TestCase("bodies/..%2frecording.json")]
    [TestCase("bodies/recording.json")]
    public void A_body_outside_its_folder_is_refused(string file)
    {
        RecordingFolder.Write(At("a"), new(Info, new([Take(1, "<a/>")])));
        var har = Path.Combine(At("a"), "exchanges.har");
        var name = Path.GetFileName(Directory.GetFiles(Path.Combine(At("a"), "bodies")).Single());
        File.WriteAllText(har, File.ReadAllText(har).Replace($"bodies/{name}", file, StringComparison.Ordinal));
        FluentActions.Invoking(() => RecordingFolder.Read(At("a"))).Should().Throw<RecordingException>().WithMessage("*entry 1*is not the name of a body*");
    }

    [Test]
    public void A_missing_or_changed_body_is_named()
    {
        RecordingFolder.Write(At("a"), new(Info, new([Take(1, "<a/>")])));
        var body = Directory.GetFiles(Path.Combine(At("a"), "bodies")).Single();
        File.WriteAllText(body, "<c/>");
        FluentActions.Invoking(() => RecordingFolder.Read(At("a"))).Should().Throw<RecordingException>().WithMessage($"*{Path.GetFileName(body)}*changed*");
        File.Delete(body);
        FluentActions.Invoking(() => RecordingFolder.Read(At("a"))).Should().Throw<RecordingException>().WithMessage($"*{Path.GetFileName(body)}*missing*");
    }

    [TestCase("recording.json", "{", "*recording.json*")]
    [TestCase("recording.json", "null", "*recording.json*")]
    [TestCase("recording.json", """{"schema":"open311-recording/9","source":"http://a","recorded":"2026-01-01T00:00:00Z","finished":"2026-01-01T00:00:00Z","kind":"walk","tool":"1"}""", "*open311-recording/1*")]
    [TestCase("recording.json", """{"schema":"open311-recording/1","source":"file:///a","recorded":"2026-01-01T00:00:00Z","finished":"2026-01-01T00:00:00Z","kind":"walk","tool":"1"}""", "*absolute http*")]
    [TestCase("exchanges.har", "{}", "*log.entries*")]
    [TestCase("exchanges.har", """{"log":{"entries":[]}}""", "*0 exchanges*1*not whole*")]
    [TestCase("exchanges.har", """{"log":{"entries":[{"request":{"url":"javascript:1"}}]}}""", "*entry 1*absolute http*")]
    [TestCase("exchanges.har", """{"log":{"entries":[{"request":{"url":"http://a/"},"response":{"status":200,"headers":[{"name":"A","value":"b\r\nC: d"}]}}]}}""", "*entry 1*line end*")]
    [TestCase("exchanges.har", """{"log":{"entries":[1]}}""", "*entry 1*")]
    [TestCase("exchanges.har", """{"log":{"entries":[{"request":""", "*not JSON*")]
    public void A_malformed_file_is_told_in_a_sentence(string file, string content, string message)
    {
        RecordingFolder.Write(At("a"), new(Info, new([Take(1, "<a/>")])));
        File.WriteAllText(Path.Combine(At("a"), file), content);
        FluentActions.Invoking(() => RecordingFolder.Read(At("a"))).Should().Throw<RecordingException>().WithMessage(message);
    }

    [Test]
    public void What_is_too_large_is_not_read()
    {
        RecordingFolder.Write(At("a"), new(Info, new([Take(1, new string('x', 1000)), Take(2, new string('y', 1000))])));
        Read(new()).Should().NotThrow();
        Read(new(InfoBytes: 10)).Should().Throw<RecordingException>();
        Read(new(HarBytes: 10)).Should().Throw<RecordingException>();
        Read(new(Exchanges: 1)).Should().Throw<RecordingException>().WithMessage("*more than the 1 entries*");
        Read(new(BodyBytes: 999)).Should().Throw<RecordingException>();
        Read(new(TotalBytes: 1500)).Should().Throw<RecordingException>();

        Action Read(RecordingBounds bounds) => () => RecordingFolder.Read(At("a"), bounds);
    }

    [Test]
    public void There_is_no_recording_where_nothing_is() =>
        FluentActions.Invoking(() => RecordingFolder.Read(At("nowhere"))).Should().Throw<RecordingException>().WithMessage("*holds no recording*");
}
