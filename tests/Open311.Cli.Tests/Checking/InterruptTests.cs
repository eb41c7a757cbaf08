using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;

namespace Open311.Cli.Tests.Checking;

[CancelAfter(120_000)]
public sealed class InterruptTests
{
    [TestCase(RunOutcome.Conformant, 3)]
    [TestCase(RunOutcome.Nonconformant, 1)]
    public async Task The_first_Ctrl_C_leaves_an_incomplete_report(RunOutcome sofar, int expected)
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = async run =>
        {
            console.Interrupts.Press().Should().BeTrue();
            await UntilAsync(run.Cancellation);
            return Sample.Report(run, sofar, "Interrupted.");
        };
        var exitCode = await console.RunAsync(rooms, "check");
        exitCode.Should().Be(expected);
        rooms.FakeReports.Written!.Incomplete.Should().Be("Interrupted.");
        console.OutText.ToString().Should().Contain("ncomplete");
        console.ErrorText.ToString().Should().Be("Stopping: the report of what was done is written next. Ctrl-C again leaves at once, without it.\n");
    }

    [Test]
    public async Task On_a_terminal_the_bar_makes_room_for_the_notice()
    {
        using var console = new FakeConsole { ErrorIsTerminal = true };
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = async run =>
        {
            run.Tell(40, "read-xml");
            console.Interrupts.Press();
            await UntilAsync(run.Cancellation);
            return Sample.Report(run, incomplete: "Interrupted.");
        };
        (await console.RunAsync(rooms, "check")).Should().Be(3);
        console.ErrorText.ToString().Should().Contain("Stopping: the report of what was done is written next.");
        console.OutText.ToString().Should().Contain("The run is incomplete: no verdict. Report: ");
    }

    [Test]
    public async Task The_second_Ctrl_C_leaves_at_once()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        var never = new TaskCompletionSource<RunReport>();
        rooms.FakeSuite.Run = _ =>
        {
            console.Interrupts.Press();
            console.Interrupts.Press();
            return never.Task;
        };
        var exitCode = await console.RunAsync(rooms, "check");
        exitCode.Should().Be(3);
        rooms.FakeReports.Written.Should().BeNull();
        console.ErrorText.ToString().Should().EndWith("Aborted: nothing more is written.\n");
        console.Interrupts.Press().Should().BeFalse("the third is left to the operating system");
        never.SetCanceled();
    }

    [Test]
    public async Task Leaving_at_once_leaves_the_terminal_as_it_was()
    {
        using var console = new FakeConsole { OutIsTerminal = true, ErrorIsTerminal = true };
        var rooms = new FakeRooms();
        var never = new TaskCompletionSource<RunReport>();
        rooms.FakeSuite.Run = _ =>
        {
            console.Interrupts.Press();
            console.Interrupts.Press();
            return never.Task;
        };
        (await console.RunAsync(rooms, "check")).Should().Be(3);
        console.ErrorText.ToString().Should().Contain("\u001b[0m\u001b[?25h");
        never.SetCanceled();
    }

    [Test]
    public async Task A_run_stopped_before_anything_was_done_has_no_report()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        rooms.FakeSuite.Run = async run =>
        {
            console.Interrupts.Press();
            await Task.Delay(Timeout.Infinite, run.Cancellation);
            return Sample.Report(run);
        };
        var exitCode = await console.RunAsync(rooms, "check");
        exitCode.Should().Be(3);
        console.ErrorText.ToString().Should().EndWith("Stopped before there was anything to report.\n");
    }

    [Test]
    public async Task The_mock_ends_well()
    {
        using var console = new FakeConsole();
        var rooms = new FakeRooms();
        var run = console.RunAsync(rooms, "mock");
        console.Interrupts.Press();
        (await run).Should().Be(0);
        rooms.FakeCities.IsClosed.Should().BeTrue();
    }

    static async Task UntilAsync(CancellationToken cancellation)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = cancellation.Register(() => cancelled.SetResult());
        await cancelled.Task;
    }
}
