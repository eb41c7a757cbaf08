using System.Diagnostics;

namespace Open311.Benchmarks.Load;

/// <summary>Resident memory of the city while it answers many calls, reads and posts, with its journal on.</summary>
internal static class MemoryFigures
{
    const int Steps = 20;

    static readonly string[] Targets =
    [
        "services.xml", "services.json", "services/001.xml", "requests.xml?service_code=hydrant", "requests.json?service_code=graffiti&status=closed", "requests.xml?service_request_id=26700",
    ];

    public static async Task<int> MainAsync(int calls)
    {
        var port = Peer.FreePort();
        await using var city = await Peer.StartAsync("open311 mock", port, "services.json", "dotnet", CliPath.Find(), "mock", "--port", $"{port}");
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 8 });
        client.DefaultRequestHeaders.UserAgent.ParseAdd("open311-figures/1");
        Console.WriteLine($"{"calls",10} {"resident MB",12} {"calls/s",9}");
        Console.WriteLine($"{0,10} {city.Megabytes,12:F0}");
        for (var step = 1; step <= Steps; step++)
        {
            var watch = Stopwatch.StartNew();
            var left = calls / Steps;
            await Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
            {
                while (Interlocked.Decrement(ref left) is >= 0 and var n)
                    await AskAsync(client, city.Endpoint, n);
            }));
            Console.WriteLine($"{(long)step * calls / Steps,10} {city.Megabytes,12:F0} {calls / Steps / watch.Elapsed.TotalSeconds,9:F0}");
        }

        return 0;
    }

    // One call in fifty is a POST: as many as that stay in the city, which grows by them.
    static async Task AskAsync(HttpClient client, Uri endpoint, int n)
    {
        using var answer = n % 50 == 0
            ? await client.PostAsync(new Uri($"{endpoint}/requests.json"), new StringContent($"{Scene.Form}&address_string={n}", null, "application/x-www-form-urlencoded"))
            : await client.GetAsync(new Uri($"{endpoint}/{Targets[n % Targets.Length]}"));
        await answer.Content.CopyToAsync(Stream.Null);
        answer.EnsureSuccessStatusCode();
    }
}
