using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Open311.Recordings.Exporting;
using Open311.Recordings.Storing;

namespace Open311.Benchmarks.Load;

/// <summary>
/// A recorded city of a thousand exchanges beside the same of one, beside stock WireMock.Net and WireMock (Java) with the mappings exported from
/// the same recordings, and a bare ASP.NET Core endpoint that answers the same bytes.
/// </summary>
internal static class ReplayFigures
{
    const int Rounds = 3;
    const int Many = 1000;
    const int Starts = 7;

    /// <param name="seconds">The length of one measurement.</param>
    /// <param name="modules">The node_modules folder of WireMock (Java); null to go without.</param>
    public static async Task<int> MainAsync(int seconds, string? modules)
    {
        var folder = Directory.CreateTempSubdirectory("open311-replay-").FullName;
        var peers = new List<Peer>();
        try
        {
            var jar = modules is null ? null : Directory.GetFiles(Path.Combine(modules, "wiremock"), "wiremock-standalone-*.jar", SearchOption.AllDirectories).Single();
            var tapes = new[] { 1, Many }.Select(count => Path.Combine(folder, $"{count}")).ToArray();
            var answers = await RecordedScene.WriteAsync(tapes[0], 1);
            await RecordedScene.WriteAsync(tapes[1], Many);
            var servers = Servers(tapes, jar);
            foreach (var server in servers)
                peers.Add(await server.StartAsync());
            var table = new Table(peers);
            await table.MeasureAsync("the first question", Rounds, p => Wrk.RunAsync(new Uri($"{p.Endpoint}/{answers[0].Target}"), seconds, null));
            await table.MeasureAsync("all questions in turn", Rounds, p => Wrk.RunAsync(new Uri($"{p.Endpoint}/{answers[0].Target}"), seconds, Turns(tapes[p.Name.EndsWith(" 1", StringComparison.Ordinal) ? 0 : 1])));
            table.Print(Console.Out);
            foreach (var peer in peers)
                await peer.DisposeAsync();
            peers.Clear();
            await PrintStartsAsync(servers);
            return 0;
        }
        catch (InvalidOperationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 3;
        }
        finally
        {
            foreach (var peer in peers)
                await peer.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    static List<Server> Servers(string[] tapes, string? jar)
    {
        var own = Path.Combine(AppContext.BaseDirectory, $"{Assembly.GetExecutingAssembly().GetName().Name}.dll");
        var servers = new List<Server>();
        foreach (var tape in tapes)
        {
            var count = Path.GetFileName(tape);
            servers.Add(new($"--recording {count}", port => ["dotnet", CliPath.Find(), "mock", "--recording", Path.Combine(tape, "recording"), "--port", $"{port}"]));
            servers.Add(new($"WireMock.Net {count}", port => ["dotnet", own, "serve-exported", Exported(tape, "wiremock-net"), $"{port}"]));
            if (jar is not null)
                servers.Add(new($"WireMock Java {count}", port => ["java", "-jar", jar, "--port", $"{port}", "--bind-address", "127.0.0.1", "--root-dir", Exported(tape, "wiremock-java"), "--no-request-journal", "--disable-banner"]));
        }

        servers.Add(new("bare ASP.NET Core", port => ["dotnet", own, "serve-bare", tapes[1], $"{port}"]));
        return servers;
    }

    static string Exported(string tape, string form)
    {
        var path = Path.Combine(tape, form);
        if (!Directory.Exists(path))
            RecordingExports.All.Single(e => e.Name == form).Write(RecordingFolder.Read(Path.Combine(tape, "recording")), path);
        return path;
    }

    // Each connection begins elsewhere, so that all are asked from the start.
    static string Turns(string tape)
    {
        var path = Path.Combine(tape, "turns.lua");
        var targets = JsonSerializer.Deserialize<Answer[]>(File.ReadAllText(Path.Combine(tape, "answers.json")))!.Select(a => $"\"{Scene.BasePath}/{a.Target}\"");
        File.WriteAllText(path, $$"""
            local targets = { {{string.Join(", ", targets)}} }
            local n = math.random(#targets)
            function request()
              n = n % #targets + 1
              return wrk.format("GET", targets[n])
            end
            """);
        return path;
    }

    // Alternated, so that what else the machine does hits all alike.
    static async Task PrintStartsAsync(List<Server> servers)
    {
        var times = servers.ToDictionary(s => s.Name, _ => new List<double>());
        for (var i = 0; i < Starts; i++)
        {
            foreach (var server in servers)
            {
                await using var peer = await server.StartAsync();
                times[server.Name].Add(peer.FirstAnswer.TotalMilliseconds);
            }
        }

        var bare = Median(times["bare ASP.NET Core"]);
        Console.WriteLine($"start of the process to its first answer, median of {Starts}");
        foreach (var (name, taken) in times)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20}{Median(taken),8:F0} ms{Median(taken) / bare,8:F2} of bare"));
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    sealed record Server(string Name, Func<int, string[]> Command)
    {
        public Task<Peer> StartAsync()
        {
            var port = Peer.FreePort();
            var command = Command(port);
            return Peer.StartAsync(Name, port, "services.json", command[0], command[1..]);
        }
    }
}
