using System.Reflection;

namespace Open311.Benchmarks.Load;

/// <summary>
/// Puts the same load on the city, on a bare ASP.NET Core endpoint that answers the same bytes, and on stub servers of other makers, in one
/// run, and prints rates and ratios.
/// </summary>
internal static class LoadComparison
{
    const int Rounds = 3;

    /// <param name="seconds">The length of one measurement.</param>
    /// <param name="modules">The node_modules folder of the other makers' servers; null for none of them.</param>
    public static async Task<int> MainAsync(int seconds, string? modules)
    {
        var scene = new Scene(Directory.CreateTempSubdirectory("open311-load-").FullName);
        var peers = new List<Peer>();
        try
        {
            scene.WriteCity();
            var own = Path.Combine(AppContext.BaseDirectory, $"{Assembly.GetExecutingAssembly().GetName().Name}.dll");
            peers.Add(await CityAsync(scene));
            using (var client = new HttpClient())
                await scene.AskAsync(client, peers[0].Endpoint);
            peers.Add(await DotNetAsync("bare ASP.NET Core", own, "serve-bare", scene.Folder));
            peers.Add(await DotNetAsync("WireMock.Net", own, "serve-wiremock", scene.Folder));
            if (modules is not null)
                peers.AddRange(await OthersAsync(scene, modules));
            var table = new Table(peers);
            var script = Wrk.PostScript(scene.Folder);
            foreach (var answer in scene.Answers)
                await table.MeasureAsync(answer.Name, Rounds, p => Wrk.RunAsync(Asked(p, answer), seconds, null));
            await table.MeasureAsync("POST", Rounds, p => Wrk.RunAsync(new Uri($"{p.Endpoint}/{(p.Name == "json-server" ? "requests" : "requests.json")}"), seconds, script));
            table.Print(Console.Out);
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
            Directory.Delete(scene.Folder, recursive: true);
        }
    }

    // json-server knows collections, not extensions, and filters by itself.
    static Uri Asked(Peer peer, Answer answer) => peer.Name != "json-server" ? new Uri($"{peer.Endpoint}/{answer.Target}")
        : answer.Path.StartsWith("services", StringComparison.Ordinal) ? new Uri($"{peer.Endpoint}/services")
        : answer.Query.ContainsKey("status") ? new Uri($"{peer.Endpoint}/requests?service_code=hydrant&status=open&_limit=1000")
        : new Uri($"{peer.Endpoint}/requests?_limit=100");

    static Task<Peer> CityAsync(Scene scene)
    {
        var port = Peer.FreePort();
        return Peer.StartAsync("open311 mock", port, "services.json", "dotnet", CliPath.Find(), "mock", "--city", scene.CityFile, "--port", $"{port}");
    }

    static Task<Peer> DotNetAsync(string name, string assembly, string word, string folder)
    {
        var port = Peer.FreePort();
        return Peer.StartAsync(name, port, "services.json", "dotnet", assembly, word, folder, $"{port}");
    }

    static async Task<List<Peer>> OthersAsync(Scene scene, string modules)
    {
        var peers = new List<Peer>();
        var (prism, mockoon, json, java) = (Peer.FreePort(), Peer.FreePort(), Peer.FreePort(), Peer.FreePort());
        string Tool(string name) => Path.Combine(modules, ".bin", name);
        peers.Add(await Peer.StartAsync("Prism", prism, "services.json", Tool("prism"), "mock", "-h", "127.0.0.1", "-p", $"{prism}", "-v", "silent", PeerFiles.OpenApi(scene)));
        peers.Add(await Peer.StartAsync("Mockoon", mockoon, "services.json", Tool("mockoon-cli"), "start", "--data", PeerFiles.Mockoon(scene, mockoon), "--port", $"{mockoon}", "--disable-log-to-file"));
        var routes = Path.Combine(scene.Folder, "routes.json");
        await File.WriteAllTextAsync(routes, $$"""{ "{{Scene.BasePath}}/*": "/$1" }""");
        peers.Add(await Peer.StartAsync("json-server", json, "services", Tool("json-server"), "--quiet", "--host", "127.0.0.1", "--port", $"{json}", "--routes", routes, PeerFiles.JsonServer(scene, 100_000)));
        var jar = Directory.GetFiles(Path.Combine(modules, "wiremock"), "wiremock-standalone-*.jar", SearchOption.AllDirectories).Single();
        peers.Add(await Peer.StartAsync("WireMock (Java)", java, "services.json", "java", "-jar", jar, "--port", $"{java}", "--bind-address", "127.0.0.1", "--root-dir", PeerFiles.WireMock(scene), "--max-request-journal-entries", "1000", "--disable-banner"));
        return peers;
    }
}
