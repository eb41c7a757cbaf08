using System.Net;
using System.Text.Json;
using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Findings;
using Open311.Mock.Disturbances;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;
using Open311.Mock.WireMock.Stubs;

namespace Open311.Cli.City;

/// <summary><c>open311 mock</c>: a city until Ctrl-C, and then a scorecard of the clients if one is wanted.</summary>
internal sealed class MockCommand(IConsoleEnvironment env, IRooms rooms)
{
    static readonly string[] Formats = ["html", "json", "junit", "md"];

    /// <summary>Serves, and ends well when told to stop.</summary>
    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public async Task<int> RunAsync(RawSettings settings)
    {
        var options = new MockOptionsReader(settings, env, rooms.Cities).Read();
        var folder = options.WritesScorecard ? ReportFolder.Create(options.Out ?? DefaultFolder(), null, env) : null;
        try
        {
            await using var city = await StartAsync(options.Order);
            await WarnAsync(options.Order, city);
            await new ReadyNotice(env).TellAsync(city, options.Order);
            var stopped = new TaskCompletionSource();
            await using var registration = env.Interrupts.Stop.Register(() => stopped.TrySetResult());
            await stopped.Task;
            return folder is null ? ExitCode.Success : await ScoreAsync(city, folder, options.ExpectClean);
        }
        finally
        {
            if (folder is not null && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
    }

    async Task<IMockCity> StartAsync(CityOrder order)
    {
        try
        {
            return await rooms.Cities.OpenAsync(order, text => env.Error.WriteLine(Printable.Line(text)), env.Interrupts.Stop);
        }
        catch (FixtureException e)
        {
            throw new UsageException($"--city: {Printable.Line(e.Message)}");
        }
        catch (StubException e)
        {
            throw new UsageException($"--stubs: {Printable.Line(e.Message)}");
        }
        catch (Exception e) when (e is CityException or DisturbanceException)
        {
            throw new UsageException(Printable.Line(e.Message));
        }
        catch (IOException e)
        {
            throw new UsageException($"--port: The city cannot listen on port {order.Port}: {Printable.Line(e.Message)} Choose another port, or 0 for any free one.");
        }
    }

    async Task WarnAsync(CityOrder order, IMockCity city)
    {
        if (!IPAddress.IsLoopback(order.Address))
            await env.Error.WriteLineAsync($"Warning: the city listens on {order.Address}, where others can reach it; its key is no secret.");
        if (!order.Xml)
            await env.Error.WriteLineAsync("Warning: without XML this is no city of GeoReport v2, which requires it.");
        if (order.Vary)
            await env.Error.WriteLineAsync($"Freedoms taken with seed {order.Seed}: {string.Join(", ", city.Variations)}.");
    }

    async Task<int> ScoreAsync(IMockCity city, string folder, bool expectClean)
    {
        var report = Scorecard.Of(city, env.Clock);
        var files = await rooms.Reports.WriteAsync(report, folder, new ReportOrder(Formats));
        new SummaryPrinter(env).Print(rooms.Reports.Summarise(report), report.Outcome);
        var relative = Path.GetRelativePath(env.WorkingDirectory, files[0]);
        var words = report.Outcome switch
        {
            RunOutcome.Conformant => "Clean: no call broke a must",
            RunOutcome.Nonconformant => "Not clean",
            _ => "No call was received: nothing can be said",
        };
        await env.Out.WriteLineAsync();
        await env.Out.WriteLineAsync($"{words}. Scorecard: {(relative.StartsWith("..", StringComparison.Ordinal) ? files[0] : relative)}");
        return expectClean ? (int)report.Outcome : ExitCode.Success;
    }

    string DefaultFolder()
    {
        var path = Path.Combine("reports", $"clients-{env.Clock.GetUtcNow().UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        return Enumerable.Range(1, 1000).Select(n => n == 1 ? path : $"{path}-{n}").First(p => !Path.Exists(Path.GetFullPath(p, env.WorkingDirectory)));
    }
}
