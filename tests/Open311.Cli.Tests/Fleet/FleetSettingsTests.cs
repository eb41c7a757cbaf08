using Open311.Cli.Tests.Fakes;

namespace Open311.Cli.Tests.Fleet;

public sealed class FleetSettingsTests
{
    [Test]
    public async Task An_entry_wins_over_its_preset_that_over_the_file_and_the_command_line_over_all()
    {
        using var console = new FakeConsole();
        var runs = await RunAsync(console, """
            rate: 2
            timeout: 5
            seed: 1
            targets:
            - http://plain.example/v2
            - { url: http://preset.example/v2, preset: spot }
            - { url: http://own.example/v2, preset: spot, rate: 0.5, timeout: 7 }
            """, "--seed", "9");

        runs.Select(r => (r.Target.Endpoint.Host, r.Settings.Rate, r.Settings.Concurrency, r.Settings.Timeout.TotalSeconds, r.Settings.Seed)).Should().BeEquivalentTo(
            [("plain.example", 2.0, 2, 5.0, 9), ("preset.example", 0.16, 1, 5.0, 9), ("own.example", 0.5, 1, 7.0, 9)]);
    }

    [Test]
    public async Task A_preset_for_all_is_the_weakest()
    {
        using var console = new FakeConsole();
        var runs = await RunAsync(console, "preset: toronto\nmax-window-days: 20\ntargets:\n- http://a.example/v2\n- { url: http://b.example/v2, jurisdiction: [b.example, c.example] }");

        runs.Select(r => r.Target.MaxWindowDays).Should().Equal(20, 20);
        runs.Single(r => r.Target.Endpoint.Host == "a.example").Target.Jurisdictions.Should().Equal("toronto.ca");
        runs.Single(r => r.Target.Endpoint.Host == "b.example").Target.Jurisdictions.Should().Equal("b.example", "c.example");
    }

    [Test]
    public async Task Each_target_keeps_the_pace_that_it_would_have_alone()
    {
        using var console = new FakeConsole();
        var runs = await RunAsync(console, "targets: [http://a.example/v2, http://127.0.0.1:1/v2]");

        runs.Select(r => (r.Target.Endpoint.Host, r.Settings.Rate, r.Settings.Concurrency)).Should().BeEquivalentTo([("a.example", 4.0, 2), ("127.0.0.1", 0.0, 4)]);
    }

    [Test]
    public async Task A_key_goes_where_the_file_says_and_nowhere_else()
    {
        using var console = new FakeConsole();
        console.Variables["OPEN311_API_KEY"] = "usual";
        console.Variables["CITY_KEY"] = "special";
        var runs = await RunAsync(console, """
            targets:
            - { url: http://none.example/v2, name: none }
            - { url: http://usual.example/v2, name: usual, api-key-env: OPEN311_API_KEY }
            - { url: http://special.example/v2, name: special, api-key-env: CITY_KEY }
            """);

        runs.Select(r => (r.Target.Endpoint.Host, r.Target.ApiKey)).Should().BeEquivalentTo([("none.example", null), ("usual.example", "usual"), ("special.example", (string?)"special")]);
    }

    [TestCase(false, "", 0, 0)]
    [TestCase(true, "", 0, 0)]
    [TestCase(false, "--allow-writes --production", 0, 0)]
    [TestCase(true, "--allow-writes", 1, 0)]
    [TestCase(true, "--production", 0, 1)]
    [TestCase(true, "--allow-writes --production", 1, 1)]
    [TestCase(true, "--allow-writes false --production", 0, 1)]
    public async Task Posting_takes_the_consent_of_the_entry_and_of_the_command_line(bool entryConsents, string arguments, int allowed, int production)
    {
        using var console = new FakeConsole();
        console.Variables["CITY_KEY"] = "special";
        var consent = entryConsents ? ", allow-writes: true, production: true" : "";
        var runs = await RunAsync(
            console,
            $"api-key-env: CITY_KEY\ntargets:\n- {{ url: http://a.example/v2{consent} }}\n- http://b.example/v2\n- {{ url: http://c.example/v2, allow-writes: false }}",
            arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        runs.Count(r => r.Target.Writes.Allowed).Should().Be(allowed);
        runs.Count(r => r.Target.Writes.Production).Should().Be(production);
        runs.Where(r => r.Target.Endpoint.Host != "a.example").Should().OnlyContain(r => !r.Target.Writes.Allowed && !r.Target.Writes.Production);
        console.ErrorText.ToString().Contains("Warning: --allow-writes: No target gives this consent for itself", StringComparison.Ordinal)
            .Should().Be(!entryConsents && arguments.Length > 0);
    }

    [Test]
    public async Task A_part_holds_whole_hosts_and_the_parts_hold_everything_once()
    {
        const string Yaml = """
            targets:
            - http://a.example/1
            - http://b.example/1
            - http://a.example:8080/2
            - { url: http://c.example/1, discovery: http://b.example/discovery.xml }
            - http://d.example/1
            """;
        var parts = new List<List<string>>();
        foreach (var part in new[] { "1/3", "2/3", "3/3" })
        {
            using var console = new FakeConsole();
            parts.Add([.. (await RunAsync(console, Yaml, "--part", part)).Select(r => r.Target.Endpoint.OriginalString)]);
        }

        parts[0].Should().BeEquivalentTo("http://a.example/1", "http://a.example:8080/2");
        parts[1].Should().BeEquivalentTo("http://b.example/1", "http://c.example/1");
        parts[2].Should().BeEquivalentTo("http://d.example/1");
    }

    [Test]
    public async Task Each_target_is_held_against_its_own_profile_and_baseline()
    {
        using var console = new FakeConsole();
        console.WriteFile("rfp.yaml", "name: rfp\ntitle: The tender\nmandatory:\n  classes: [read-xml]\n");
        console.WriteFile("known.yaml", "known: []\n");
        console.WriteFile("targets.yaml", "targets:\n- { name: A, url: http://a.example/v2, profile: rfp.yaml }\n- { name: B, url: http://b.example/v2, baseline: known.yaml }\n- { name: C, url: http://c.example/v2 }\n");
        var rooms = new FakeRooms();

        (await console.RunAsync(rooms, ["check", "--targets", "targets.yaml"])).Should().Be(3, "nothing is known of the class that is mandatory for A");

        rooms.FakeReports.Index.Entries.Select(e => (e.Name, e.ExitCode)).Should().Equal(("A", 3), ("B", 0), ("C", 0));
        rooms.FakeReports.Index.Entries[0].HeldSentence.Should().Contain("rfp");
        rooms.FakeReports.Index.Entries[1].HeldSentence.Should().Be("Baseline known.yaml: 0 new, 0 stale, 0 expired, 0 known.");
        rooms.FakeReports.Index.Entries[2].HeldSentence.Should().BeNull();
    }

    [TestCase("targets: [{ url: http://a.example/v2, profile: missing.yaml }]", "", "There is neither a file nor a shipped profile 'missing.yaml'.")]
    [TestCase("targets: [{ url: http://a.example/v2, baseline: missing.yaml }]", "", "There is no file 'missing.yaml'")]
    [TestCase("targets: [{ url: http://a.example/v2 }]", "--update-baseline", "--update-baseline: No target has a file to write")]
    [TestCase("targets: [{ url: http://a.example/v2, baseline: k.yaml, name: A }, { url: http://b.example/v2, baseline: ./k.yaml, name: B }]", "--update-baseline", "give each target a baseline of its own.")]
    [TestCase("baseline: k.yaml\ntargets: [{ url: http://a.example/v2 }]", "", "'baseline' belongs to one target")]
    [TestCase("targets: [{ url: http://a.example/v2, bundle: k.zip }]", "", "'bundle' is not a setting of a target.")]
    public async Task What_targets_cannot_be_held_against_is_told_before_anything_is_sent(string yaml, string argument, string sentence)
    {
        using var console = new FakeConsole();
        console.WriteFile("targets.yaml", yaml);
        var rooms = new FakeRooms();

        (await console.RunAsync(rooms, ["check", "--targets", "targets.yaml", .. argument.Split(' ', StringSplitOptions.RemoveEmptyEntries)])).Should().Be(2);

        console.ErrorText.ToString().Should().Contain(sentence);
        rooms.FakeSuite.Runs.Should().BeEmpty();
    }

    static async Task<IReadOnlyList<FakeRun>> RunAsync(FakeConsole console, string yaml, params string[] args)
    {
        console.WriteFile("targets.yaml", yaml);
        var rooms = new FakeRooms();
        (await console.RunAsync(rooms, ["check", "--targets", "targets.yaml", .. args])).Should().Be(0, console.AllText);
        return [.. rooms.FakeSuite.Runs];
    }
}
