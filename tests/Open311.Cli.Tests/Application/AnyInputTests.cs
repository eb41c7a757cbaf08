using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Application;

/// <summary>Whatever is typed or stands in the file: it runs, or it is refused in one sentence. Seeded, so that a failure repeats.</summary>
[CancelAfter(60_000)]
public sealed class AnyInputTests
{
    const string Yaml = """
        url: http://city.example/open311/v2
        jurisdiction: [0123, city.example]
        timeout: 2.5
        strict: true
        extra-query: { tenant: 5, empty: "" }
        extra-header:
          - X-Client=a=b
        report: [junit, 'md']
        """;

    const string Targets = """
        timeout: 2.5
        preset: spot
        targets:
        - name: One
          url: http://one.example/v2
          extra-query: { tenant: 5 }
        - http://two.example/v2
        """;

    const string Directory = """
        - name: "One, ON"
          jurisdiction_id: "one.example"
          api_discovery: ""
          version: "georeport-v2"
          base_url: "http://one.example/v2/"
          production_ready:
        - name: Two
          base_url: "http://two.example/v2/"
        """;

    static readonly string[] Words =
    [
        "check", "explain", "requirements", "faults", "--help", "--version", "--timeout", "--rate", "5", "-1", "--report", "html", "md,json", "--class", "read-xml", "--only",
        "GR2-*", "--strict", "false", "--quiet", "--verbose", "--jurisdiction", "city.example", "http://city.example/v2", "city.example", "--extra-query", "a=b", "=", "--seed",
        "--", "", " ", "-", "--out", "here", "@file", "[suggest]", "\u0000", "ä", "--api-key", "sesame-street-42", "--apikey", "GR2-REQS-031", "--json", "--untested",
    ];

    [Test]
    public async Task Any_command_line_runs_or_is_refused([Range(0, 9)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var args = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Words[random.Next(Words.Length)]).ToArray();
            using var console = new FakeConsole();
            var exitCode = await console.RunAsync(new FakeRooms(), args);
            var because = $"of: open311 {string.Join(' ', args)}\n{console.ErrorText}";
            exitCode.Should().BeOneOf([0, 2], because);
            console.ErrorText.ToString().Should().NotContain("   at ", because);
            console.AllText.Should().NotContain("\u0000", because);
            if (exitCode == 2)
                console.ErrorText.ToString().Should().MatchRegex("^Error: [^\n]+\n$", because);
        }
    }

    [Test]
    public async Task Any_file_is_used_or_refused([Range(0, 9)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var text = Damage(Yaml, random);
            using var console = new FakeConsole();
            console.WriteFile("open311.yaml", text);
            var exitCode = await console.RunAsync(new FakeRooms(), "check", "--quiet", "--config", "open311.yaml");
            var because = $"of the file\n{text}\n{console.ErrorText}";
            exitCode.Should().BeOneOf([0, 2], because);
            if (exitCode == 2)
                console.ErrorText.ToString().Should().MatchRegex(@"^Error: open311\.yaml\(\d+,\d+\): [^\n]+\n$", because);
        }
    }

    [Test]
    public async Task Any_file_of_targets_is_used_or_refused([Range(0, 9)] int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var text = Damage(i % 2 == 0 ? Targets : Directory, random);
            using var console = new FakeConsole();
            console.WriteFile("targets.yaml", text);
            var exitCode = await console.RunAsync(new FakeRooms(), "check", "--quiet", "--targets", "targets.yaml");
            var because = $"of the file\n{text}\n{console.ErrorText}";
            exitCode.Should().BeOneOf([0, 2, 3], because);
            if (exitCode == 2)
                console.ErrorText.ToString().Should().MatchRegex(@"^Error: targets\.yaml(\(\d+,\d+\))?: [^\n]+\n$", because);
            else
                console.OutText.ToString().Should().Contain(" Index: ", because);
        }
    }

    static string Damage(string text, Random random)
    {
        const string Odd = ":[]{}'\"#&*!|>%@`-?,\t\n\u0000\uFEFF~= x0";
        var characters = text.ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(characters.Count);
            switch (random.Next(3))
            {
                case 0:
                    characters.RemoveAt(at);
                    break;
                case 1:
                    characters.Insert(at, Odd[random.Next(Odd.Length)]);
                    break;
                default:
                    characters[at] = Odd[random.Next(Odd.Length)];
                    break;
            }
        }

        return string.Concat(characters);
    }
}
