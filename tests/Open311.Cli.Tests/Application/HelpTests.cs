using System.CommandLine;
using Open311.Cli.Application;
using Open311.Cli.Rooms;
using Open311.Cli.Tests.Fakes;
using Open311.Cli.Tests.Taping;
using Open311.Recordings.Storing;
using VerifyNUnit;

namespace Open311.Cli.Tests.Application;

public sealed class HelpTests
{
    [TestCase("open311")]
    [TestCase("check")]
    [TestCase("verify")]
    [TestCase("judge")]
    [TestCase("compare")]
    [TestCase("clause")]
    [TestCase("requirements")]
    [TestCase("explain")]
    [TestCase("mock")]
    [TestCase("console")]
    [TestCase("faults")]
    [TestCase("selftest")]
    [TestCase("dialects")]
    [TestCase("completion")]
    [TestCase("record")]
    [TestCase("recording")]
    [TestCase("diff")]
    public async Task Shows_usage_options_and_examples(string command)
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), command == "open311" ? ["--help"] : [command, "--help"]);
        exitCode.Should().Be(0);
        console.ErrorText.ToString().Should().BeEmpty();
        await Verifier.Verify(console.OutText.ToString());
    }

    [TestCase("open311")]
    [TestCase("check")]
    [TestCase("clause")]
    [TestCase("requirements")]
    [TestCase("explain")]
    [TestCase("mock")]
    [TestCase("faults")]
    [TestCase("selftest")]
    [TestCase("completion")]
    public async Task Shows_examples_that_work(string command)
    {
        foreach (var (line, _) in Examples.Of(new Command(command)))
        {
            using var console = new FakeConsole();
            console.WriteFile("open311.yaml", "strict: true");
            console.WriteFile("targets.yaml", "targets: [http://a.example/v2, http://b.example/v2]");
            RecordingFolder.Write(Path.Combine(console.WorkingDirectory, "recordings", "example"), TapedCity.Tiny);
            var rooms = new FakeRooms { FakeCities = new FakeCities { Faults = new OwnCities(TimeProvider.System).Faults } };
            var run = console.RunAsync(rooms, line.Split(' ')[1..]);
            if (command == "mock")
                console.Interrupts.Press();
            (await run).Should().Be(0, $"'{line}' says {console.ErrorText}");
        }
    }

    // Not started here: each would serve on a port of everybody's, until somebody stops it.
    [Test]
    public void Shows_examples_of_the_console_that_are_understood()
    {
        using var console = new FakeConsole();
        foreach (var (line, _) in Examples.Of(new Command("console")))
            CommandTree.Build(console, new FakeRooms()).Parse(line.Split(' ')[1..]).Errors.Should().BeEmpty(line);
    }

    [Test]
    public async Task Enters_no_room()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        await console.RunAsync(rooms, "check", "--help");
        rooms.CatalogueWasEntered.Should().BeFalse();
        rooms.FakeSuite.Last.Should().BeNull();
    }

    [Test]
    public async Task Without_a_command_shows_the_help_but_is_no_success()
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms());
        exitCode.Should().Be(2, "a build server whose variable is empty must not turn green");
        console.OutText.ToString().Should().Contain("Commands:");
    }

    [Test]
    public async Task Tells_the_version_without_the_commit()
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), "--version");
        exitCode.Should().Be(0);
        console.OutText.ToString().Should().MatchRegex(@"^open311 \d+\.\d+\.\d+\n$");
    }

    [Test]
    public async Task Help_wins_over_a_wrong_argument()
    {
        using var console = new FakeConsole();
        var exitCode = await console.RunAsync(new FakeRooms(), "check", "--bogus", "--help");
        exitCode.Should().Be(0);
        console.ErrorText.ToString().Should().BeEmpty();
    }
}
