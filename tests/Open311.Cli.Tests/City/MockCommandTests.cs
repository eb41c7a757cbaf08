using System.Text.Json;
using Open311.Cli.Rooms;
using Open311.Cli.Tests.Fakes;
using Open311.Mock.WireMock.Stubs;
using VerifyNUnit;

namespace Open311.Cli.Tests.City;

[CancelAfter(120_000)]
public sealed class MockCommandTests
{
    [Test]
    public async Task Tells_programs_and_people_where_it_is()
    {
        using var console = new FakeConsole();
        await RunUntilStoppedAsync(console, new FakeRooms { FakeCities = new FakeCities { ApiKey = "made-up-key" } }, "mock");
        var text = console.OutText.ToString();
        var first = text.Split('\n')[0];
        JsonDocument.Parse(first).RootElement.GetProperty("endpoint").GetString().Should().Be("http://127.0.0.1:3110/open311/v2");
        await Verifier.Verify(text);
    }

    [Test]
    public async Task Gives_the_city_its_faults_and_variations()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        await RunUntilStoppedAsync(console, rooms, "mock", "--port", "3110", "--fault", "XML-as-HTML", "json-wrapped", "--variation", "gzip");
        rooms.FakeCities.Ordered.Should().BeEquivalentTo(new { Port = 3110, Faults = new[] { "xml-as-html", "json-wrapped" }, Variations = new[] { "gzip" } });
    }

    [Test]
    public async Task A_taken_port_is_the_operators_to_change()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeCities.Failure = new IOException("Address already in use.");
        var exitCode = await console.RunAsync(rooms, "mock", "--port", "80");
        exitCode.Should().Be(2);
        console.ErrorText.ToString().Should().Be(
            "Error: --port: The city cannot listen on port 80: Address already in use. Choose another port, or 0 for any free one.\n");
    }

    [Test]
    public async Task Stubs_that_cannot_be_served_are_told_with_file_and_reason()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeCities.Failure = new StubException("a.json, mapping 1, Request: There is neither Path nor Url.");
        var exitCode = await console.RunAsync(rooms, "mock", "--stubs", "stubs");
        exitCode.Should().Be(2);
        console.ErrorText.ToString().Should().Be("Error: --stubs: a.json, mapping 1, Request: There is neither Path nor Url.\n");
    }

    [Test]
    public async Task A_city_behind_stubs_is_the_same_city()
    {
        var folder = Directory.CreateTempSubdirectory("open311-stubs-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.json"), """{"Request":{"Path":"/open311/v2/services.xml"},"Response":{"StatusCode":503}}""");
            var told = new List<string>();
            await using var city = await new OwnCities(TimeProvider.System).OpenAsync(new CityOrder { Stubs = folder.FullName, City = "two-rivers" }, told.Add, CancellationToken.None);
            using var client = new HttpClient();

            (await client.GetAsync(new Uri($"{city.Endpoint}/services.xml"))).StatusCode.Should().Be(System.Net.HttpStatusCode.ServiceUnavailable);
            (await client.GetAsync(new Uri($"{city.Endpoint}/services.json?jurisdiction_id={city.JurisdictionIds[0]}"))).StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
            told.Should().ContainSingle().Which.Should().StartWith("Stubs: 1 from ");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Takes_every_option()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        await RunUntilStoppedAsync(
            console, rooms, "mock", "--city", "two-rivers", "--bind", "::1", "--api-key", "k", "--multi", "--type", "batch", "--formats", "xml", "--seed", "-7", "--lenient", "--vary",
            "--clock", "2026-05-20T09:30:00+02:00", "--fault", "status=503@0.2,xml-as-html", "--fault", "drop", "--latency", "uniform:1-2", "--journal", "5", "--admin-token", "t", "--data", "city.db",
            "--stubs", "stubs");
        rooms.FakeCities.Ordered.Should().BeEquivalentTo(new
        {
            City = "two-rivers",
            Stubs = Path.Combine(console.WorkingDirectory, "stubs"),
            Address = System.Net.IPAddress.IPv6Loopback,
            ApiKey = "k",
            Mode = (Mock.Running.CityMode?)Mock.Running.CityMode.Multi,
            Types = (Mock.Running.ServiceTypeMode?)Mock.Running.ServiceTypeMode.Batch,
            Xml = true,
            Json = false,
            Seed = -7,
            Lenient = true,
            Vary = true,
            StartAt = (DateTimeOffset?)new DateTimeOffset(2026, 5, 20, 7, 30, 0, TimeSpan.Zero),
            Faults = new[] { "xml-as-html" },
            Disturbances = new[] { "status=503@0.2", "drop" },
            JournalEntries = 5,
            AdminToken = "t",
            DataFile = Path.Combine(console.WorkingDirectory, "city.db"),
        });
    }

    [TestCase("--single", "--multi")]
    [TestCase("--type", "fast")]
    [TestCase("--type", "batch,mixed")]
    [TestCase("--formats", "yaml")]
    [TestCase("--seed", "x")]
    [TestCase("--seed", "99999999999")]
    [TestCase("--clock", "yesterday")]
    [TestCase("--clock", "2026-05-20T09:30:00")]
    [TestCase("--watch")]
    [TestCase("--bind", "nowhere")]
    [TestCase("--latency", "slow")]
    [TestCase("--journal", "-1")]
    [TestCase("--fault", "status=9")]
    [TestCase("--fault", "drop@2")]
    [TestCase("--fault", "no-such")]
    [TestCase("--variation", "no-such")]
    [TestCase("--dialect", "no-such")]
    [TestCase("--port", "70000")]
    [TestCase("--api-key", "")]
    [TestCase("--city", "")]
    public async Task Says_in_a_sentence_what_cannot_be_used(params string[] arguments)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        (await console.RunAsync(rooms, ["mock", .. arguments])).Should().Be(2);
        console.ErrorText.ToString().Should().MatchRegex(@"^Error: [^\n]+\n$").And.Contain(arguments[0] == "--single" ? "--multi" : arguments[0]);
        rooms.FakeCities.Ordered.Should().BeNull();
    }

    [Test]
    public async Task Warns_when_others_can_reach_it()
    {
        using var console = new FakeConsole();
        await RunUntilStoppedAsync(console, new FakeRooms(), "mock", "--bind", "0.0.0.0");
        console.ErrorText.ToString().Should().Be("Warning: the city listens on 0.0.0.0, where others can reach it; its key is no secret.\n");
    }

    [Test]
    public async Task Lists_faults_and_variations()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "faults")).Should().Be(0);
        await Verifier.Verify(console.OutText.ToString());
    }

    [Test]
    public async Task Lists_dialects()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "dialects")).Should().Be(0);
        (await console.RunAsync(new FakeRooms(), "dialects", "BOSTON")).Should().Be(0);
        await Verifier.Verify(console.OutText.ToString());
    }

    [Test]
    public async Task Does_not_know_every_dialect()
    {
        using var console = new FakeConsole();
        (await console.RunAsync(new FakeRooms(), "dialects", "bosten")).Should().Be(2);
        console.ErrorText.ToString().Should().Be("Error: 'bosten' is not a dialect. Did you mean 'boston'? 'open311 dialects' lists them.\n");
    }

    [Test]
    public async Task Orders_a_city_that_speaks_a_dialect()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        await RunUntilStoppedAsync(console, rooms, "mock", "--dialect", "Boston");
        rooms.FakeCities.Ordered!.Dialect.Should().Be("boston");
    }

    static async Task RunUntilStoppedAsync(FakeConsole console, FakeRooms rooms, params string[] args)
    {
        var run = console.RunAsync(rooms, args);
        console.Interrupts.Press();
        (await run).Should().Be(0, console.ErrorText.ToString());
    }
}
