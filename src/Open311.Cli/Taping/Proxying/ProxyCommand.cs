using System.Net;
using System.Text.Json;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Targets;
using Open311.Mock.Serving;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping.Proxying;

/// <summary><c>open311 record --proxy</c>: stands between a client and a city until Ctrl-C.</summary>
internal sealed class ProxyCommand(IConsoleEnvironment env, IRooms rooms)
{
    const int LargestBody = 32 * 1024 * 1024;
    const int AtATime = 16;

    static readonly TimeSpan ending = TimeSpan.FromSeconds(5);

    /// <summary>Records what passes; 0 when it is written, 3 when there is nothing to write or it cannot be written.</summary>
    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public async Task<int> RunAsync(ProxyOptions options, string path, bool force, ScrubChoice scrub)
    {
        var source = rooms.Suite.OpenForRecording(new RunSettings { Rate = options.Rate, Concurrency = AtATime, Timeout = options.Timeout, MaxBodyBytes = LargestBody }, env.Clock);
        var tape = new ProxyTape(options);
        var desk = new ProxyDesk(options, source, tape, Tell);
        var writer = new ProxyWriter(env, options, tape, path, force, scrub);
        try
        {
            await using var listener = await ListenAsync(options, desk);
            desk.Here = listener.Origin;
            await GreetAsync(options, desk);
            using var over = new CancellationTokenSource();
            var writing = writer.RunAsync(over.Token);
            var why = await EndAsync(options, tape, writing);
            await listener.StopAsync(ending);
            await over.CancelAsync();
            return await ConcludeAsync(writer, writing, desk, path, why);
        }
        finally
        {
            if (source is IAsyncDisposable open)
                await open.DisposeAsync();
        }
    }

    async Task<ExactListener> ListenAsync(ProxyOptions options, ProxyDesk desk)
    {
        try
        {
            return await ExactListener.StartAsync(options.Address, options.Port, (call, _) => desk.AnswerAsync(call, env.Interrupts.Abort), env.Interrupts.Stop);
        }
        catch (IOException e)
        {
            throw new UsageException($"--{RecordSettings.Port}: The proxy cannot listen on port {options.Port}: {Printable.Line(e.Message)} Choose another port, or 0 for any free one.");
        }
    }

    async Task GreetAsync(ProxyOptions options, ProxyDesk desk)
    {
        await env.Out.WriteLineAsync(JsonSerializer.Serialize(new ProxyReadyLine(true, desk.EndpointHere, options.Endpoint.OriginalString, options.AllowsWrites), ProxyJson.Default.ProxyReadyLine));
        await env.Out.WriteLineAsync();
        await env.Out.WriteLineAsync(Printable.Line($"  curl '{desk.EndpointHere}/services.json'"));
        await env.Out.WriteLineAsync();
        await env.Out.WriteLineAsync(Printable.Line($"What passes to {options.Endpoint.OriginalString} and back is recorded until Ctrl-C. Discovery and redirects name the city itself: what a client asks there does not pass here."));
        await env.Out.FlushAsync();
        if (options.AllowsWrites)
            await env.Error.WriteLineAsync(Printable.Line($"Warning: POST passes. What a client posts here is a real report to {options.Endpoint.Host}."));
        if (!IPAddress.IsLoopback(options.Address))
            await env.Error.WriteLineAsync($"Warning: the proxy listens on {options.Address}, where others can reach it.");
    }

    async Task<string?> EndAsync(ProxyOptions options, ProxyTape tape, Task writing)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = env.Interrupts.Stop.Register(() => stopped.TrySetResult());
        using var over = new CancellationTokenSource();
        var late = Task.Delay(options.Longest, env.Clock, over.Token);
        var first = await Task.WhenAny(stopped.Task, tape.Full, late, writing);
        await over.CancelAsync();
        return first == tape.Full ? await tape.Full
            : first == late ? $"{options.Longest.TotalMinutes:0.##} minutes have passed, which is as long as is recorded; --max-minutes allows more."
            : null;
    }

    async Task<int> ConcludeAsync(ProxyWriter writer, Task writing, ProxyDesk desk, string path, string? why)
    {
        if (why is not null)
            await env.Error.WriteLineAsync(Printable.Line($"Ended: {why}"));
        if (desk.Refused > 0)
            await env.Error.WriteLineAsync($"{desk.Refused} calls were refused and not passed on.");
        if (desk.Unanswered > 0)
            await env.Error.WriteLineAsync($"{desk.Unanswered} calls got no answer from the city; they are not in the recording.");
        try
        {
            await writing;
            if (writer.Write() is { } kept)
                return await new RecordingKeeper(env).TellAsync(kept, path, null);
            await env.Error.WriteLineAsync("Nothing passed, and nothing was written.");
            return ExitCode.CouldNotTest;
        }
        catch (RecordingException e)
        {
            await env.Error.WriteLineAsync($"Error: {Printable.Line(e.Message)}");
            return ExitCode.CouldNotTest;
        }
    }

    void Tell(string sentence) => env.Error.WriteLine(Printable.Line(sentence));
}
