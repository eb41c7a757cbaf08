using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;
using Open311.Reporting.Fleet;
using VerifyNUnit;

namespace Open311.Cli.Tests.Fleet;

[CancelAfter(60_000)]
public sealed class FleetCommandTests
{
    const string Three = "targets:\n- { name: One, url: http://a.example/v2 }\n- { name: Two, url: http://b.example/v2 }\n- { name: Three, url: http://c.example/v2 }\n";

    [TestCase("conformant conformant conformant", 0, "All 3 targets conform")]
    [TestCase("conformant nonconformant conformant", 1, "1 of 3 targets does not conform; 2 conform")]
    [TestCase("conformant couldnottest conformant", 3, "1 of 3 targets could not be tested; 2 conform")]
    [TestCase("nonconformant couldnottest conformant", 1, "1 of 3 targets does not conform; 1 could not be tested; 1 conforms")]
    [TestCase("conformant crash conformant", 3, "1 of 3 targets could not be tested; 2 conform")]
    [TestCase("crash nonconformant nonconformant", 1, "2 of 3 targets do not conform; 1 could not be tested")]
    [TestCase("conformant incomplete conformant", 3, "1 of 3 targets could not be tested; 2 conform")]
    public async Task The_worst_target_is_the_exit_code_and_none_stops_the_others(string outcomes, int expected, string words)
    {
        using var console = new FakeConsole();
        var rooms = Rooms(outcomes.Split(' '));

        var exitCode = await RunAsync(console, rooms, Three, "--quiet");

        exitCode.Should().Be(expected);
        console.AllText.Should().Be($"{words}. Index: {Path.Combine("reports", "fleet-20261123T123456Z", "index.html")}\n");
        rooms.FakeSuite.Runs.Should().HaveCount(3);
        rooms.FakeReports.Index.Entries.Select(e => e.Name).Should().Equal("One", "Two", "Three");
        ((int)rooms.FakeReports.Index.Outcome).Should().Be(expected, "index and exit code say the same");
    }

    [Test]
    public async Task Prints_each_target_as_it_starts_and_ends_and_all_of_them_at_the_end()
    {
        using var console = new FakeConsole();
        await RunAsync(console, Rooms("conformant", "nonconformant", "crash"), Three, "--parallel", "1", "--verbose");
        await Verifier.Verify($"--- out\n{console.OutText}--- error\n{console.ErrorText}");
    }

    [Test]
    public async Task A_target_that_takes_long_tells_now_and_then_how_far_it_is()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = run =>
        {
            for (var i = 0; i < 40; i++)
            {
                run.Tell(i, "read-xml", exchanges: i, failures: 1);
                console.Time.Advance(TimeSpan.FromSeconds(1));
            }

            return Task.FromResult(Sample.Report(run));
        };
        await RunAsync(console, rooms, "targets: [{ name: One, url: http://a.example/v2 }]");
        console.ErrorText.ToString().Should().Be(
            "One: asking http://a.example/v2\n"
            + "One: read-xml: 15 of 100 cases, 15 exchanges, 1 violated\n"
            + "One: read-xml: 30 of 100 cases, 30 exchanges, 1 violated\n"
            + "[1 of 1] One: conforms. No violation was found.\n");
    }

    [Test]
    public async Task A_folder_that_cannot_be_made_concerns_its_target_alone()
    {
        using var console = new FakeConsole();
        var rooms = Rooms("conformant");
        Directory.CreateDirectory(Path.Combine(console.WorkingDirectory, "here"));
        console.WriteFile(Path.Combine("here", "two"), "a file stands in the way");

        (await RunAsync(console, rooms, Three, "--out", "here")).Should().Be(3);

        rooms.FakeReports.Index.Entries.Select(e => e.State).Should().Equal(FleetState.Conforms, FleetState.CouldNotTest, FleetState.Conforms);
        rooms.FakeReports.Index.Entries[1].Reason.Should().StartWith("Its folder 'two' cannot be written to: ");
    }

    [Test]
    public async Task Each_target_has_a_folder_below_that_of_the_run()
    {
        using var console = new FakeConsole();
        var rooms = Rooms("conformant");
        await RunAsync(console, rooms, """
            targets:
            - { name: "../../etc/passwd", url: http://a.example/v2 }
            - { name: CON, url: http://a.example/v3 }
            - { name: index.html, url: http://a.example/v4 }
            - { name: 東京, url: http://b.example:8080/v2 }
            - { name: "???", url: http://c.example/v2 }
            - { name: "etc passwd", url: http://c.example/v3 }
            - http://a.example/v5
            """, "--out", "here");

        var here = Path.Combine(console.WorkingDirectory, "here");
        Directory.EnumerateDirectories(here).Select(Path.GetFileName).Should().BeEquivalentTo(
            "etc-passwd", "target-con", "index-html", "b-example-8080", "c-example", "etc-passwd-2", "a-example");
        Directory.EnumerateFiles(here).Select(Path.GetFileName).Should().BeEquivalentTo("index.html", "index.csv");
        rooms.FakeReports.Index.Entries.Should().OnlyContain(e => File.Exists(Path.Combine(here, e.Report!)));
    }

    [Test]
    public async Task Targets_are_judged_side_by_side()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        var all = new TaskCompletionSource();
        rooms.FakeSuite.Run = async run =>
        {
            if (rooms.FakeSuite.Runs.Count == 3)
                all.TrySetResult();
            await all.Task;
            return Sample.Report(run);
        };
        (await RunAsync(console, rooms, Three, "--parallel", "3")).Should().Be(0, "each waits for the last one to start");
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(4)]
    public async Task Never_more_than_allowed_and_never_two_on_one_host(int parallel)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        var gate = new Lock();
        List<string> busy = [];
        var underWay = 0;
        rooms.FakeSuite.Run = async run =>
        {
            string[] hosts = [run.Target.Endpoint.Host, .. run.Target.Discovery is { } discovery ? [discovery.Host] : Array.Empty<string>()];
            lock (gate)
            {
                busy.Should().NotIntersectWith(hosts);
                busy.AddRange(hosts.Distinct());
                (++underWay).Should().BeLessThanOrEqualTo(parallel);
            }

            for (var i = 0; i < 100; i++)
                await Task.Yield();
            lock (gate)
            {
                busy.RemoveAll(hosts.Contains);
                underWay--;
            }

            return Sample.Report(run);
        };
        var targets = Enumerable.Range(0, 24).Select(n => $"- {{ name: t{n}, url: 'http://host{n % 5}.example:{8000 + n}/v2', discovery: 'http://host{n % 3}.example/d.xml' }}");

        (await RunAsync(console, rooms, "targets:\n" + string.Join('\n', targets), "--parallel", $"{parallel}")).Should().Be(0, console.AllText);

        rooms.FakeSuite.Runs.Should().HaveCount(24);
    }

    [Test]
    public async Task Ctrl_C_keeps_what_is_finished()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = async run =>
        {
            if (run.Target.Endpoint.Host == "a.example")
                return Sample.Report(run);
            console.Interrupts.Press();
            var cancelled = new TaskCompletionSource();
            await using var registration = run.Cancellation.Register(() => cancelled.TrySetResult());
            await cancelled.Task;
            return Sample.Report(run, incomplete: "The run was interrupted.");
        };

        var exitCode = await RunAsync(console, rooms, Three, "--parallel", "1");

        exitCode.Should().Be(3);
        rooms.FakeReports.Index.Entries.Select(e => (e.Name, e.State, e.Report)).Should().Equal(
            ("One", FleetState.Conforms, "one/report.html"),
            ("Two", FleetState.CouldNotTest, "two/report.html"),
            ("Three", FleetState.NotStarted, null));
        console.ErrorText.ToString().Should().Contain("Stopping: targets under way report what was done, no other is started, and the index is written.");
        console.OutText.ToString().Should().EndWith("1 of 3 targets could not be tested; 1 was not started; 1 conforms. Index: " + Path.Combine("reports", "fleet-20261123T123456Z", "index.html") + "\n");
        var root = Path.Combine(console.WorkingDirectory, "reports", "fleet-20261123T123456Z");
        Directory.EnumerateDirectories(root).Select(Path.GetFileName).Should().BeEquivalentTo("one", "two");
        (await File.ReadAllTextAsync(Path.Combine(root, "index.html"))).Should().Contain("The run was stopped.");
    }

    [Test]
    public async Task An_index_is_there_after_each_target()
    {
        using var console = new FakeConsole();
        var rooms = Rooms("conformant");
        await RunAsync(console, rooms, Three, "--parallel", "1");
        rooms.FakeReports.Indexes.Select(i => (i.IsFinished, i.Count(FleetState.NotStarted))).Should().Equal((false, 2), (false, 1), (false, 0), (true, 0));
    }

    [Test]
    public async Task Reports_that_cannot_be_written_are_no_success_of_that_target()
    {
        using var console = new FakeConsole();
        var rooms = Rooms("nonconformant");
        rooms.FakeReports.Failure = new IOException("No space left on device.");
        (await RunAsync(console, rooms, Three)).Should().Be(3);
        rooms.FakeReports.Index.Entries[0].Reason.Should().Be("Does not conform, but the reports could not be written: No space left on device.");
    }

    [Test]
    public async Task An_index_that_cannot_be_written_is_no_success()
    {
        using var console = new FakeConsole();
        var rooms = Rooms("conformant");
        rooms.FakeReports.IndexFailure = new UnauthorizedAccessException("Access is denied.");
        (await RunAsync(console, rooms, Three)).Should().Be(3);
        console.OutText.ToString().Should().EndWith("All 3 targets conform, but the index could not be written: Access is denied.\n");
    }

    [Test]
    public async Task A_dry_run_shows_what_would_be_posted_to_those_that_consent()
    {
        using var console = new FakeConsole();
        var rooms = Rooms("conformant");
        var exitCode = await RunAsync(console, rooms, "targets:\n- { name: One, url: http://a.example/v2, allow-writes: true }\n- { name: Two, url: http://b.example/v2 }\n", "--dry-run");

        exitCode.Should().Be(0);
        rooms.FakeSuite.Runs.Should().ContainSingle().Which.Target.Writes.Should().BeEquivalentTo(new { DryRun = true, Allowed = false });
        console.OutText.ToString().Should().Be("# One\n# 0 POSTs are planned.\n# Two\n# Its entry does not allow writes: nothing would be posted.\n");
        Directory.Exists(Path.Combine(console.WorkingDirectory, "reports", "fleet-20261123T123456Z")).Should().BeFalse("nothing was reported");
    }

    [Test]
    public async Task Nothing_that_a_name_holds_steers_the_terminal_and_no_key_is_printed()
    {
        using var console = new FakeConsole();
        console.Variables["CITY_KEY"] = "open-sesame";
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = async run =>
        {
            await run.SendAsync("http://a.example/v2/services.xml?api_key=open-sesame");
            throw new InvalidOperationException("The key open-sesame does not fit.");
        };
        await RunAsync(console, rooms, "targets:\n- { name: \"\\e]0;owned\\a\\n[red]x\", url: http://a.example/v2, api-key-env: CITY_KEY }", "--verbose", "--out", "here");

        console.AllText.Should().NotContain("\u001b").And.NotContain("sesame").And.Contain("api_key=REDACTED");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(console.WorkingDirectory, "here")))
            (await File.ReadAllTextAsync(file)).Should().NotContain("sesame").And.NotContain("\u001b");
    }

    static FakeRooms Rooms(params string[] outcomes)
    {
        var rooms = new FakeRooms();
        string[] hosts = ["a.example", "b.example", "c.example"];
        rooms.FakeSuite.Run = run =>
        {
            var outcome = outcomes[Math.Min(outcomes.Length - 1, Math.Max(0, Array.IndexOf(hosts, run.Target.Endpoint.Host)))];
            return outcome switch
            {
                "crash" => throw new InvalidOperationException("It broke."),
                "incomplete" => Task.FromResult(Sample.Report(run, incomplete: "Interrupted.")),
                _ => Task.FromResult(Sample.Report(run, Enum.Parse<RunOutcome>(outcome, ignoreCase: true))),
            };
        };
        return rooms;
    }

    static Task<int> RunAsync(FakeConsole console, FakeRooms rooms, string yaml, params string[] args)
    {
        console.WriteFile("targets.yaml", yaml);
        return console.RunAsync(rooms, ["check", "--targets", "targets.yaml", .. args]);
    }
}
