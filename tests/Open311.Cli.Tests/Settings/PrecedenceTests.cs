using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Settings;

public sealed class PrecedenceTests
{
    const string Full = """
        url: http://city.example/open311/v2/
        discovery: http://city.example/discovery.xml
        jurisdiction: [0123, city.example]
        multi-jurisdiction: true
        api-key-env: CITY_KEY
        class: read-xml, discovery
        only: [GR2-*]
        strict: true
        timeout: 2.5
        rate: 9
        concurrency: 3
        seed: 7
        extra-query: { tenant: 5, empty: "" }
        extra-header:
          - X-Client=a=b
        report: [junit]
        out: here
        quiet: true
        """;

    [Test]
    public async Task A_file_can_hold_everything()
    {
        using var console = new FakeConsole();
        console.Variables["CITY_KEY"] = "sesame";
        var run = await RunAsync(console, Full);
        run.Target.Should().BeEquivalentTo(new
        {
            Endpoint = new Uri("http://city.example/open311/v2"),
            Discovery = new Uri("http://city.example/discovery.xml"),
            Jurisdictions = new[] { "0123", "city.example" },
            MultiJurisdiction = true,
            ApiKey = "sesame",
            Classes = new[] { "read-xml", "discovery" },
            Only = new[] { "GR2-*" },
            ExtraQuery = new[] { KeyValuePair.Create("tenant", "5"), KeyValuePair.Create("empty", "") },
            ExtraHeaders = new[] { KeyValuePair.Create("X-Client", "a=b") },
        });
        run.Settings.Should().BeEquivalentTo(new { Seed = 7, Rate = 9.0, Concurrency = 3, Timeout = TimeSpan.FromSeconds(2.5), Strict = true });
        Directory.EnumerateFiles(Path.Combine(console.WorkingDirectory, "here")).Should().ContainSingle();
    }

    [Test]
    public async Task The_command_line_wins_over_the_file()
    {
        using var console = new FakeConsole();
        var run = await RunAsync(
            console, Full, "http://other.example/v2", "--jurisdiction", "other.example", "--timeout", "4", "--strict", "false", "--api-key", "given", "--extra-query", "a=b");
        run.Target.Endpoint.Should().Be(new Uri("http://other.example/v2"));
        run.Target.Jurisdictions.Should().Equal("other.example");
        run.Target.ApiKey.Should().Be("given", "naming the key here silences the file's api-key-env");
        run.Target.ExtraQuery.Should().BeEquivalentTo([KeyValuePair.Create("a", "b")]);
        run.Settings.Timeout.Should().Be(TimeSpan.FromSeconds(4));
        run.Settings.Strict.Should().BeFalse();
        run.Settings.Seed.Should().Be(7, "the file still says what the command line does not");
    }

    [Test]
    public async Task The_file_wins_over_the_environment()
    {
        using var console = new FakeConsole();
        console.Variables["OPEN311_API_KEY"] = "weak";
        console.Variables["CITY_KEY"] = "strong";
        (await RunAsync(console, Full)).Target.ApiKey.Should().Be("strong");
        (await RunAsync(console, "url: http://city.example")).Target.ApiKey.Should().Be("weak");
    }

    [Test]
    public async Task Beyond_loopback_requests_are_few_unless_told_otherwise()
    {
        using var console = new FakeConsole();
        var gentle = (await RunAsync(console, "", "http://city.example/v2")).Settings;
        (gentle.Rate, gentle.Concurrency).Should().Be((4.0, 2));
        var own = (await RunAsync(console, "", "http://127.0.0.1:8080/v2")).Settings;
        (own.Rate, own.Concurrency).Should().Be((0.0, 4));
        var mixed = (await RunAsync(console, "", "http://localhost/v2", "--discovery", "http://city.example/")).Settings;
        (mixed.Rate, mixed.Concurrency).Should().Be((4.0, 2), "the discovery document is asked for, too");
        var told = (await RunAsync(console, "", "http://city.example/v2", "--rate", "0", "--concurrency", "8")).Settings;
        (told.Rate, told.Concurrency).Should().Be((0.0, 8));
    }

    [Test]
    public async Task The_url_may_follow_an_option_of_many_values()
    {
        using var console = new FakeConsole();
        var run = await RunAsync(console, "", "--class", "read-xml", "read-json", "http://city.example/v2");
        run.Target.Endpoint.Should().Be(new Uri("http://city.example/v2"));
        run.Target.Classes.Should().Equal("read-xml", "read-json");
    }

    [TestCase("http://city.example/v2///", "http://city.example/v2")]
    [TestCase("http://city.example/", "http://city.example")]
    [TestCase("http://City.Example/V2/%7Ea", "http://City.Example/V2/%7Ea")]
    [TestCase("http://[::1]:8080/v2", "http://[::1]:8080/v2")]
    public async Task Of_the_url_only_the_trailing_slash_goes(string given, string kept)
    {
        using var console = new FakeConsole();
        (await RunAsync(console, "", given)).Target.Endpoint.OriginalString.Should().Be(kept);
    }

    static async Task<FakeRun> RunAsync(FakeConsole console, string yaml, params string[] args)
    {
        console.WriteFile("open311.yaml", yaml);
        var rooms = new FakeRooms();
        var exitCode = await console.RunAsync(rooms, ["check", .. args, "--config", "open311.yaml"]);
        exitCode.Should().Be(0, console.ErrorText.ToString());
        return rooms.FakeSuite.Last!;
    }
}
