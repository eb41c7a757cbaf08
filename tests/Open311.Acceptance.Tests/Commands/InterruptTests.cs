using Open311.Acceptance.Tests.Reports;
using Open311.Mock.Serving;
using Open311.Testing.Hostile;

namespace Open311.Acceptance.Tests.Commands;

[Platform(Exclude = "Win", Reason = "Sends a POSIX signal.")]
[CancelAfter(120_000)]
internal sealed class InterruptTests
{
    [TestCase(1, Description = "in preflight")]
    [TestCase(3, Description = "while the endpoint is explored")]
    [TestCase(60, Description = "in the middle of the cases")]
    public async Task Ctrl_C_leaves_a_report_marked_incomplete(int requests, CancellationToken cancellation)
    {
        var reached = new TaskCompletionSource();
        await using var city = await CityServer.StartAsync(cancellation: cancellation);
        await using var proxy = new CityProxy(city.Endpoint)
        {
            Before = async (number, end) =>
            {
                if (number < requests)
                    return null;
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, end);
                return null;
            },
        };
        using var command = Open311Command.Start("check", proxy.Endpoint, "--out", "report");
        await reached.Task.WaitAsync(cancellation);

        await command.InterruptAsync(cancellation);
        var run = await command.EndAsync(cancellation);

        run.ExitCode.Should().BeOneOf([1, 3], run.Printed);
        run.Printed.Should().NotContain("   at ").And.Contain("incomplete");
        await ReportFiles.CheckAsync(run);
        var report = ReportFiles.Json(run);
        report.GetProperty("incomplete").GetString().Should().StartWith("The run was interrupted");
        report.GetProperty("outcome").GetString().Should().NotBe("conformant");
        run.Read("report.html").Should().Contain("This run is incomplete.");
    }
}
