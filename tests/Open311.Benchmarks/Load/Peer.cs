using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Open311.Benchmarks.Load;

/// <summary>A server under load, as a process of its own.</summary>
internal sealed class Peer : IAsyncDisposable
{
    readonly Process process;

    Peer(string name, Process process, Uri endpoint, TimeSpan firstAnswer)
    {
        Name = name;
        this.process = process;
        Endpoint = endpoint;
        FirstAnswer = firstAnswer;
    }

    public string Name { get; }

    /// <summary>The base of the API, without a trailing slash.</summary>
    public Uri Endpoint { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>Resident memory now, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1].Trim(), CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Processor time used so far, of all threads.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts a server and asks it for <paramref name="probe"/> until it answers.</summary>
    public static async Task<Peer> StartAsync(string name, int port, string probe, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["DOTNET_gcServer"] = "0";
        var endpoint = new Uri($"http://127.0.0.1:{port}{Scene.BasePath}");
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        var said = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, e) => Keep(said, e.Data);
        process.ErrorDataReceived += (_, e) => Keep(said, e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        while (watch.Elapsed < TimeSpan.FromMinutes(2) && !process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"{endpoint}/{probe}"));
                if (answer.IsSuccessStatusCode)
                    return new Peer(name, process, endpoint, watch.Elapsed);
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(5);
        }

        process.Kill(entireProcessTree: true);
        throw new InvalidOperationException($"{name} did not answer {endpoint}/{probe} within two minutes. It said: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    static void Keep(System.Text.StringBuilder said, string? line)
    {
        lock (said)
        {
            if (line is not null && said.Length < 4000)
                said.AppendLine(line);
        }
    }
}
