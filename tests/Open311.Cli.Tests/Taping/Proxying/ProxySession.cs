using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Open311.Cli.Rooms;
using Open311.Cli.Tests.Fakes;
using Open311.Mock.Serving;
using Open311.Recordings.Replaying;
using Open311.Recordings.Storing;

namespace Open311.Cli.Tests.Taping.Proxying;

/// <summary>A city of given bytes, a proxy before it, and a client that sees what comes back byte for byte.</summary>
sealed class ProxySession : IAsyncDisposable
{
    readonly ExactListener city;
    readonly Task<int> run;

    ProxySession(ExactListener city, FakeConsole console, Task<int> run) => (this.city, Console, this.run) = (city, console, run);

    public FakeConsole Console { get; }

    /// <summary>What reached the city.</summary>
    public List<ExactCall> Reached { get; } = [];

    /// <summary>Where clients ask.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    public Uri City => city.Origin;

    public string Folder => Path.Combine(Console.WorkingDirectory, "rec");

    /// <param name="answer">The bytes that the city says to a call.</param>
    /// <param name="args">What is said beside --proxy and --out.</param>
    public static Task<ProxySession> StartAsync(Func<ExactCall, string> answer, params string[] args) => StartBytesAsync(call => Encoding.UTF8.GetBytes(answer(call)), args);

    public static async Task<ProxySession> StartBytesAsync(Func<ExactCall, byte[]> answer, params string[] args)
    {
        ProxySession? session = null;
        var city = await ExactListener.StartAsync(IPAddress.Loopback, 0, (call, _) =>
        {
            lock (session!.Reached)
                session.Reached.Add(call);
            return Task.FromResult(new TakeImage(answer(call), false));
        });
        var console = new FakeConsole { TimePasses = true };
        var rooms = new OwnRooms(console.Clock);
        session = new ProxySession(city, console, Task.Run(() => console.RunAsync(rooms, ["record", "--proxy", $"{city.Origin.OriginalString.TrimEnd('/')}/api/v2", "--out", "rec", .. args])));
        var ready = await Task.WhenAny(console.OutText.FirstLine, session.run) == session.run ? throw new InvalidOperationException(console.ErrorText.ToString()) : await console.OutText.FirstLine;
        session.Endpoint = new Uri(JsonDocument.Parse(ready).RootElement.GetProperty("endpoint").GetString()!);
        return session;
    }

    /// <summary>The city goes away.</summary>
    public ValueTask CloseCityAsync() => city.DisposeAsync();

    /// <summary>Sends bytes, each on a connection of its own, and gives all that comes until the end of it.</summary>
    public async Task<string> SendAsync(string question) => Encoding.UTF8.GetString(await SendBytesAsync(question));

    public async Task<byte[]> SendBytesAsync(string question)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Endpoint.Host, Endpoint.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(question));
        using var all = new MemoryStream();
        await stream.CopyToAsync(all).WaitAsync(TimeSpan.FromSeconds(20));
        return all.ToArray();
    }

    public Task<string> GetAsync(string target, string headers = "", string method = "GET") =>
        SendAsync($"{method} {target} HTTP/1.1\r\nHost: {Endpoint.Authority}\r\nConnection: close\r\n{headers}\r\n");

    public Task<string> PostAsync(string target, string form) =>
        SendAsync($"POST {target} HTTP/1.1\r\nHost: {Endpoint.Authority}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.UTF8.GetByteCount(form)}\r\n\r\n{form}");

    /// <summary>Presses Ctrl-C.</summary>
    public async Task<int> EndAsync()
    {
        Console.Interrupts.Press();
        return await run.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Waits until it ends by itself.</summary>
    public Task<int> EndedAsync() => run.WaitAsync(TimeSpan.FromSeconds(30));

    public Recording Read() => RecordingFolder.Read(Folder);

    public async ValueTask DisposeAsync()
    {
        if (!run.IsCompleted)
            await EndAsync();
        await city.DisposeAsync();
        Console.Dispose();
    }
}
