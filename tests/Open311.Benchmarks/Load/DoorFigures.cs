using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Open311.Benchmarks.Load;

/// <summary>
/// The city behind WireMock.Net with ten stubs before it, as <c>open311 mock --stubs</c> and inside a test by MapOpen311City, with PrepareOpen311City
/// and without, beside the city alone and a bare ASP.NET Core endpoint that answers the same bytes; and what memory the log of its calls takes.
/// </summary>
internal static class DoorFigures
{
    const int Rounds = 3;
    const int Stubs = 10;
    const int Calls = 60_000;

    /// <param name="seconds">The length of one measurement.</param>
    public static async Task<int> MainAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("open311-door-").FullName;
        var peers = new List<Peer>();
        try
        {
            var stubs = WriteStubs(folder);
            var own = Path.Combine(AppContext.BaseDirectory, $"{Assembly.GetExecutingAssembly().GetName().Name}.dll");
            peers.Add(await CityAsync("open311 mock"));
            using var client = new HttpClient();
            var answer = await AskAsync(client, peers[0].Endpoint, folder);
            peers.Add(await CityAsync("mock --stubs", "--stubs", stubs));
            peers.Add(await DotNetAsync("prepared and mapped", own, "serve-prepared", stubs));
            peers.Add(await DotNetAsync("mapped alone", own, "serve-mapped", stubs));
            peers.Add(await DotNetAsync("bare ASP.NET Core", own, "serve-bare", folder));
            var table = new Table(peers);
            await table.MeasureAsync($"services.json, {Stubs} stubs", Rounds, p => Wrk.RunAsync(new Uri($"{p.Endpoint}/{answer.Target}"), seconds, null));
            table.Print(Console.Out);
            foreach (var peer in peers.Take(4))
                await RememberAsync(client, peer);
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

    /// <summary>Stubs for paths that clients ask, for one that is not asked, by pattern, by parameter.</summary>
    public static string WriteStubs(string folder)
    {
        var stubs = Directory.CreateDirectory(Path.Combine(folder, "stubs")).FullName;
        for (var i = 0; i < Stubs; i++)
        {
            var path = i % 2 == 0 ? $"{Scene.BasePath}/services/stub{i}.json" : $"{Scene.BasePath}/requests/stub{i}-*.json";
            File.WriteAllText(Path.Combine(stubs, $"{i}.json"), $$$"""{"Request":{"Path":"{{{path}}}","Methods":["GET"]},"Response":{"StatusCode":503,"Body":"stub {{{i}}}"}}""");
        }

        return stubs;
    }

    static async Task<Answer> AskAsync(HttpClient client, Uri endpoint, string folder)
    {
        using var response = await client.GetAsync(new Uri($"{endpoint}/services.json"));
        var answer = new Answer("services.json", "services.json", response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsByteArrayAsync());
        await File.WriteAllTextAsync(Path.Combine(folder, "answers.json"), JsonSerializer.Serialize(new[] { answer }));
        return answer;
    }

    // Calls that a stub answers, with bodies, and calls of the city, so that every log there is has something to keep.
    static async Task RememberAsync(HttpClient client, Peer peer)
    {
        var before = peer.Megabytes;
        var left = Calls;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) is >= 0 and var n)
            {
                var target = (n % 3) switch { 0 => $"services/stub{n % Stubs}.json", 1 => $"requests/stub1-{n}.json", _ => $"services.json?n={n}" };
                using var answer = await client.GetAsync(new Uri($"{peer.Endpoint}/{target}"));
                await answer.Content.CopyToAsync(Stream.Null);
            }
        }));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{peer.Name,-20} resident {before:F0} MB before and {peer.Megabytes:F0} MB after {Calls} calls more, two of three for a stub"));
    }

    static Task<Peer> CityAsync(string name, params string[] more)
    {
        var port = Peer.FreePort();
        return Peer.StartAsync(name, port, "services.json", "dotnet", [CliPath.Find(), "mock", "--port", $"{port}", .. more]);
    }

    static Task<Peer> DotNetAsync(string name, string assembly, string word, string folder)
    {
        var port = Peer.FreePort();
        return Peer.StartAsync(name, port, "services.json", "dotnet", assembly, word, folder, $"{port}");
    }
}
