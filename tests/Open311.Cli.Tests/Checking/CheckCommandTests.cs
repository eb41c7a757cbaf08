using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;
using Open311.Reporting.Languages;
using VerifyNUnit;

namespace Open311.Cli.Tests.Checking;

public sealed class CheckCommandTests
{
    [Test]
    public async Task Without_a_url_judges_the_embedded_city()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        var exitCode = await console.RunAsync(rooms, "check", "--class", "read-xml");
        exitCode.Should().Be(0);
        rooms.FakeCities.Started!.Value.Port.Should().Be(0);
        rooms.FakeCities.IsClosed.Should().BeTrue();
        rooms.FakeSuite.IsClosed.Should().BeTrue();
        rooms.FakeSuite.Last!.Target.Should().BeEquivalentTo(new { rooms.FakeCities.Endpoint, rooms.FakeCities.Discovery, Classes = new[] { "read-xml" } });
        rooms.FakeReports.Written!.TargetName.Should().Be("embedded city");
        rooms.FakeReports.Folder.Should().Be(Path.Combine(console.WorkingDirectory, "reports", "embedded-city-20261123T123456Z"));
        rooms.FakeReports.Formats.Should().Equal("html", "json", "junit", "md", "badge");
    }

    [TestCase("de", Language.German)]
    [TestCase("EN", Language.English)]
    public async Task Reports_are_written_in_the_language_asked_for(string tag, Language language)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        (await console.RunAsync(rooms, "check", "--lang", tag)).Should().Be(0);
        rooms.FakeReports.Language.Should().Be(language);
    }

    [Test]
    public async Task Nothing_is_sent_when_there_is_nothing_to_print_with()
    {
        using var console = new FakeConsole();
        console.Variables["CHROME_PATH"] = "/no/such/chromium";
        var rooms = new FakeRooms();
        (await console.RunAsync(rooms, "check", "--pdf")).Should().Be(2);
        console.AllText.Should().Contain("--pdf: CHROME_PATH names '/no/such/chromium', where no program is;");
        rooms.FakeSuite.Runs.Should().BeEmpty();
    }

    [Test]
    public async Task The_embedded_city_gets_no_key_from_the_environment()
    {
        using var console = new FakeConsole();
        console.Variables["OPEN311_API_KEY"] = "sesame";
        var rooms = new FakeRooms();
        await console.RunAsync(rooms, "check");
        rooms.FakeSuite.Last!.Target.ApiKey.Should().BeNull();
    }

    [Test]
    public async Task Prints_the_summary_and_where_the_report_is()
    {
        using var console = new FakeConsole();
        await console.RunAsync(Narrating(), "check");
        await Verifier.Verify(Both(console));
    }

    [Test]
    public async Task Quiet_prints_the_last_line_only()
    {
        using var console = new FakeConsole();
        console.WriteFile("open311.yaml", "url: http://city.example/v2\napi-key: sesame");
        await console.RunAsync(Narrating(), "check", "--quiet", "--config", "open311.yaml");
        console.AllText.Should().Be($"Conforms. Report: {Path.Combine("reports", "city.example-20261123T123456Z", "report.html")}\n");
    }

    [Test]
    public async Task Verbose_prints_each_exchange()
    {
        using var console = new FakeConsole { ErrorIsTerminal = true };
        await console.RunAsync(Narrating(), "check", "http://city.example/v2", "--verbose", "--api-key", "open sesame");
        await Verifier.Verify(Both(console));
    }

    [Test]
    public async Task The_key_is_never_printed()
    {
        using var console = new FakeConsole();
        console.WriteFile("open311.yaml", "url: http://city.example/v2\napi-key: open sesame\nextra-header: { X-Token: abracadabra }");
        var rooms = Narrating();
        var exitCode = await console.RunAsync(rooms, "check", "--verbose", "--config", "open311.yaml");
        exitCode.Should().Be(0);
        console.ErrorText.ToString().Should().StartWith(
            "Warning: open311.yaml(2,10): api-key: The API key stands in the file in plain text; write 'api-key-env: OPEN311_API_KEY' instead before you share it.\n");
        console.AllText.Should().NotContainAny("sesame", "abracadabra").And.Contain("api_key=REDACTED");
    }

    [Test]
    public async Task A_log_gets_a_line_for_each_class_and_one_every_few_seconds()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = run =>
        {
            run.Tell(0, "", total: 0);
            for (var i = 0; i < 20; i++)
            {
                run.Tell(i, i < 10 ? "discovery" : "read-xml", exchanges: i * 2, failures: i / 10);
                console.Time.Advance(TimeSpan.FromSeconds(0.9));
            }

            return Task.FromResult(Sample.Report(run));
        };
        await console.RunAsync(rooms, "check");
        await Verifier.Verify(console.ErrorText.ToString());
    }

    [Test]
    public async Task A_terminal_gets_a_bar_that_goes_when_the_run_ends()
    {
        using var console = new FakeConsole { OutIsTerminal = true, ErrorIsTerminal = true };
        await console.RunAsync(Narrating(), "check");
        var drawn = console.ErrorText.ToString();
        drawn.Should().Contain("read-xml").And.Contain("40%").And.Contain("\u001b[");
        console.OutText.ToString().Should().NotContain("40%");
    }

    [Test]
    public async Task A_terminal_gets_colour_for_the_words_that_carry_the_verdict()
    {
        using var console = new FakeConsole { OutIsTerminal = true, ErrorIsTerminal = true };
        await console.RunAsync(Narrating(), "check");
        await Verifier.Verify(console.OutText.ToString().Replace("\u001b", "<ESC>", StringComparison.Ordinal));
    }

    [Test]
    public async Task NO_COLOR_takes_the_colour_away()
    {
        using var console = new FakeConsole { OutIsTerminal = true, ErrorIsTerminal = true };
        console.Variables["NO_COLOR"] = "1";
        await console.RunAsync(Narrating(), "check");
        console.AllText.Should().NotMatchRegex("\u001b\\[[0-9;]*m.*(CONFORMS|granted)").And.NotContain("\u001b[32m");
        console.AllText.Should().NotMatchRegex("\u001b\\[(3[0-9]|9[0-9]|38;)");
    }

    [Test]
    public async Task What_a_server_said_cannot_steer_the_terminal()
    {
        using var console = new FakeConsole { OutIsTerminal = true };
        var rooms = Narrating();
        rooms.FakeReports.Lines = ["DOES NOT CONFORM  \u001b]0;owned\u0007 [red]markup[/]"];
        await console.RunAsync(rooms, "check");
        console.OutText.ToString().Should().Contain(@"\u001B]0;owned\u0007 [red]markup[/]").And.NotContain("\u001b]0");
    }

    [TestCase(RunOutcome.Conformant, null, 0, "Conforms.")]
    [TestCase(RunOutcome.Nonconformant, null, 1, "Does not conform.")]
    [TestCase(RunOutcome.CouldNotTest, null, 3, "Could not be tested.")]
    [TestCase(RunOutcome.Conformant, "Interrupted.", 3, "The run is incomplete: no verdict.")]
    [TestCase(RunOutcome.Nonconformant, "Interrupted.", 1, "Does not conform, and the run is incomplete.")]
    [TestCase(RunOutcome.CouldNotTest, "Interrupted.", 3, "The run is incomplete: no verdict.")]
    public async Task The_outcome_is_the_exit_code(RunOutcome outcome, string? incomplete, int expected, string words)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = run => Task.FromResult(Sample.Report(run, outcome, incomplete));
        var exitCode = await console.RunAsync(rooms, "check", "--quiet");
        exitCode.Should().Be(expected);
        ((int)rooms.FakeReports.Written!.Outcome).Should().Be(expected, "report and exit code say the same");
        console.OutText.ToString().Should().StartWith(words + " Report: ");
    }

    [Test]
    public async Task A_case_of_ours_that_broke_is_no_success()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = run => Task.FromResult(Sample.Report(run) with { Errors = ["A case broke."] });
        (await console.RunAsync(rooms, "check")).Should().Be(3);
    }

    [Test]
    public async Task A_fault_of_ours_is_told_without_a_stack_trace()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = _ => throw new InvalidOperationException("The key sesame does not fit.\n   at Some.Method()");
        var exitCode = await console.RunAsync(rooms, "check", "http://city.example/v2", "--api-key", "sesame");
        exitCode.Should().Be(3);
        console.ErrorText.ToString().Should().Be(
            @"Error: open311 itself failed (InvalidOperationException: The key REDACTED does not fit.\u000A   at Some.Method()). This says nothing about any endpoint; "
            + "please report it, with the command you typed, to the issue tracker of Open311 Conformance.\n");
        rooms.FakeSuite.IsClosed.Should().BeTrue();
        Directory.EnumerateDirectories(Path.Combine(console.WorkingDirectory, "reports")).Should().BeEmpty("an empty folder is no report");
    }

    [Test]
    public async Task Reports_that_cannot_be_written_are_no_success()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeReports.Failure = new IOException("No space left on device.");
        (await console.RunAsync(rooms, "check")).Should().Be(3);
        console.OutText.ToString().Should().Contain("CONFORMS").And.EndWith("Conforms, but the reports could not be written: No space left on device.\n");
    }

    static FakeRooms Narrating()
    {
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = async run =>
        {
            run.Tell(0, "", total: 0);
            run.Tell(10, "discovery", exchanges: 3);
            await run.SendAsync("http://city.example/v2/services.xml?api_key=open%20sesame&x=abracadabra");
            run.Tell(40, "read-xml", exchanges: 12, failures: 1);
            await run.SendAsync("http://city.example/v2/requests.json?note=open+sesame");
            return Sample.Report(run);
        };
        return rooms;
    }

    static string Both(FakeConsole console) => $"--- out\n{console.OutText}--- error\n{console.ErrorText}";
}
