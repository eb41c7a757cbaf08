using System.Text.Json;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;

namespace Open311.Cli.City;

/// <summary><c>open311 mock</c>: the embedded city until Ctrl-C.</summary>
internal sealed class MockCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Serves, and ends well when told to stop.</summary>
    /// <exception cref="UsageException">An id or the port cannot be used.</exception>
    public async Task<int> RunAsync(string? port, IReadOnlyList<string> faults, IReadOnlyList<string> variations)
    {
        var number = ReadPort(port);
        var chosenFaults = Known("--fault", "a fault", faults, () => rooms.Cities.Faults);
        var chosenVariations = Known("--variation", "a variation", variations, () => rooms.Cities.Variations);
        await using var city = await StartAsync(number, chosenFaults, chosenVariations);
        await TellReadyAsync(city);
        var stopped = new TaskCompletionSource();
        await using var registration = env.Interrupts.Stop.Register(() => stopped.TrySetResult());
        await stopped.Task;
        return ExitCode.Success;
    }

    async Task<IOpenCity> StartAsync(int port, IReadOnlyList<string> faults, IReadOnlyList<string> variations)
    {
        try
        {
            return await rooms.Cities.StartAsync(port, faults, variations, env.Interrupts.Stop);
        }
        catch (IOException e)
        {
            throw new UsageException($"--port: The city cannot listen on port {port}: {Printable.Line(e.Message)} Choose another port, or 0 for any free one.");
        }
    }

    async Task TellReadyAsync(IOpenCity city)
    {
        var ready = JsonSerializer.Serialize(new ReadyLine(city.Endpoint.OriginalString, city.Discovery.OriginalString), CityJson.Default.ReadyLine);
        var query = city.Jurisdiction is { } id ? $"?jurisdiction_id={Uri.EscapeDataString(id)}" : "";
        await env.Out.WriteLineAsync($"ready {ready}");
        await env.Out.WriteLineAsync();
        await env.Out.WriteLineAsync($"  curl '{city.Discovery.OriginalString}'");
        await env.Out.WriteLineAsync($"  curl '{city.Endpoint.OriginalString}/services.xml{query}'");
        await env.Out.WriteLineAsync($"  curl '{city.Endpoint.OriginalString}/requests.json{query}'");
        await env.Out.WriteLineAsync();
        await env.Out.WriteLineAsync("Ctrl-C closes the city.");
        await env.Out.FlushAsync();
    }

    static int ReadPort(string? given)
    {
        var settings = new RawSettings();
        if (given is not null)
            settings["port"] = [new RawValue(given, "--port")];
        return new SettingReader(settings).Whole("port", 0, 65535, "a port number") ?? 0;
    }

    // The catalogues are read only when something is chosen from them: a plain city starts sooner.
    static IReadOnlyList<string> Known(string option, string what, IReadOnlyList<string> given, Func<IReadOnlyList<CityTrait>> load)
    {
        if (given.Count == 0)
            return [];
        var ids = load().Select(t => t.Id).ToArray();
        return [.. given
            .SelectMany(g => g.Split(',', StringSplitOptions.TrimEntries))
            .Select(id => ids.FirstOrDefault(known => known.Equals(id, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"{option}: '{Printable.Line(id)}' is not {what}.{Suggestion.For(id, ids)} 'open311 faults' lists them."))
            .Distinct()];
    }
}
