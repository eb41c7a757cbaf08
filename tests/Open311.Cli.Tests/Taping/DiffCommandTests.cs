using System.Net;
using System.Text;
using NJsonSchema;
using Open311.Cli.Rooms;
using Open311.Cli.Tests.Fakes;
using Open311.Mock.Serving;
using Open311.Recordings.Replaying;
using Open311.Recordings.Storing;
using Open311.Testing;

namespace Open311.Cli.Tests.Taping;

/// <summary><c>open311 diff</c> as it is called.</summary>
[CancelAfter(60_000)]
public sealed class DiffCommandTests
{
    const string Service = """[{"service_code":"001","service_name":"Holes","type":"realtime"}]""";

    static Recording Recorded(string source) => TapedCity.Tiny with
    {
        Info = TapedCity.Tiny.Info with { Source = source },
        Cassette = new(
        [
            TapedCity.Tiny.Cassette.Takes[0] with { Url = $"{source}/services.json?jurisdiction_id=a", ResponseBody = Encoding.UTF8.GetBytes(Service) },
            TapedCity.Tiny.Cassette.Takes[0] with { Number = 2, Url = $"{source}/requests.json?api_key=REDACTED" },
            TapedCity.Tiny.Cassette.Takes[0] with { Number = 3, Method = "POST", Url = $"{source}/requests.json", RequestBody = "service_code=001"u8.ToArray() },
        ]),
    };

    static async Task<(int ExitCode, FakeConsole Console, List<ExactCall> Asked)> AgainstAsync(string body, params string[] args)
    {
        var asked = new List<ExactCall>();
        await using var city = await ExactListener.StartAsync(IPAddress.Loopback, 0, (call, _) =>
        {
            asked.Add(call);
            return Task.FromResult(new TakeImage(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"), false));
        });
        var console = new FakeConsole { TimePasses = true };
        RecordingFolder.Write(Path.Combine(console.WorkingDirectory, "rec"), Recorded("https://city.example/open311/v2"));
        return (await console.RunAsync(new OwnRooms(console.Clock), ["diff", "rec", $"{city.Origin}moved/v2", .. args]), console, asked);
    }

    [Test]
    public async Task A_city_that_says_the_same_gives_0_and_is_only_read()
    {
        var (exitCode, console, asked) = await AgainstAsync(Service);
        using var _ = console;
        exitCode.Should().Be(0, console.AllText);
        console.OutText.ToString().Should().Be("Nothing changed in meaning.\n");
        asked.Select(c => $"{c.Method} {c.Target}").Should().Equal(["GET /moved/v2/services.json?jurisdiction_id=a"], "nothing is posted, and what needs a key cannot be asked");
    }

    [Test]
    public async Task A_difference_gives_1_and_a_sentence()
    {
        var (exitCode, console, _) = await AgainstAsync(Service.Replace("Holes", "Pits", StringComparison.Ordinal));
        using var __ = console;
        exitCode.Should().Be(1);
        console.OutText.ToString().Should().Be("The service 001 has service_name 'Pits'; it was 'Holes'.\n1 difference in meaning.\n");
    }

    [TestCase("Holes", 0)]
    [TestCase("Pits", 1)]
    public async Task Json_follows_its_schema(string name, int exitCode)
    {
        var (ended, console, _) = await AgainstAsync(Service.Replace("Holes", name, StringComparison.Ordinal), "--json");
        using var __ = console;
        ended.Should().Be(exitCode);
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "diff.schema.json"));
        schema.Validate(console.OutText.ToString()).Should().BeEmpty();
        console.OutText.ToString().Should().Contain("\"source\": \"https://city.example/open311/v2\"").And.Contain("/moved/v2\"");
    }

    [Test]
    public async Task Every_kind_of_difference_is_in_the_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.PathOf("fixtures", "schemas", "diff.schema.json"));
        using var console = new FakeConsole();
        RecordingFolder.Write(Path.Combine(console.WorkingDirectory, "a"), Recorded("https://city.example/open311/v2"));
        (await console.RunAsync(new FakeRooms(), "diff", "boston", "bloomington", "--json")).Should().Be(1);
        schema.Validate(console.OutText.ToString()).Should().BeEmpty();
    }

    [Test]
    public async Task A_city_that_is_down_gives_3_and_a_sentence()
    {
        using var console = new FakeConsole { TimePasses = true };
        RecordingFolder.Write(Path.Combine(console.WorkingDirectory, "rec"), Recorded("https://city.example/open311/v2"));
        (await console.RunAsync(new OwnRooms(console.Clock), "diff", "rec", "http://127.0.0.1:9/v2")).Should().Be(3);
        console.ErrorText.ToString().Should().Contain("http://127.0.0.1:9/v2 gave no answer to what was recorded").And.NotContain("   at ");
        console.OutText.ToString().Should().BeEmpty();
    }

    [TestCase("nothing", "There is no recording 'nothing'")]
    [TestCase("empty", "holds no recording: there is no recording.json in it.")]
    [TestCase("broken", "is not the JSON of a recording")]
    public async Task What_is_no_recording_gives_2_and_a_sentence(string name, string sentence)
    {
        using var console = new FakeConsole();
        Directory.CreateDirectory(Path.Combine(console.WorkingDirectory, "empty"));
        Directory.CreateDirectory(Path.Combine(console.WorkingDirectory, "broken"));
        console.WriteFile(Path.Combine("broken", "recording.json"), "{\"schema\":");
        (await console.RunAsync(new FakeRooms(), "diff", name, "http://127.0.0.1:9/v2")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain(sentence);
        RecordingFolder.Write(Path.Combine(console.WorkingDirectory, "rec"), Recorded("https://city.example/open311/v2"));
        (await console.RunAsync(new FakeRooms(), "diff", "rec", name)).Should().Be(2, "nor is it one to be held against");
    }

    [Test]
    public async Task A_recording_differs_in_nothing_from_itself()
    {
        using var console = new FakeConsole();
        foreach (var name in (string[])["boston", "san-francisco"])
            (await console.RunAsync(new FakeRooms(), "diff", name, name)).Should().Be(0);
    }
}
