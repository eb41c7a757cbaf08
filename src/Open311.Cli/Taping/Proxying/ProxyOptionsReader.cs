using System.Net;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;

namespace Open311.Cli.Taping.Proxying;

/// <summary>Reads what is said of a proxy.</summary>
internal sealed class ProxyOptionsReader(RawSettings settings)
{
    // What a walk asks with; through a proxy the client asks.
    static readonly string[] ofWalk =
    [
        CheckSettings.Url, CheckSettings.Discovery, CheckSettings.Jurisdiction, CheckSettings.MultiJurisdiction, CheckSettings.ApiKey, CheckSettings.ApiKeyEnv, CheckSettings.Concurrency, CheckSettings.Seed,
        CheckSettings.ExtraQuery, CheckSettings.ExtraHeader, CheckSettings.MaxWindowDays, CheckSettings.ZonelessDates, CheckSettings.Extension, CheckSettings.Preset,
        RecordSettings.MaxPages, RecordSettings.MaxSingles, RecordSettings.MaxDefinitions,
    ];

    static readonly string[] ofProxy = [RecordSettings.Port, RecordSettings.Bind, RecordSettings.AllowWrites, RecordSettings.MaxCalls, RecordSettings.MaxMinutes];

    readonly SettingReader read = new(settings);

    /// <summary>The options; null when no proxy is asked for.</summary>
    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public ProxyOptions? Read()
    {
        if (settings.One(RecordSettings.Proxy) is not { } proxied)
        {
            return ofProxy.FirstOrDefault(settings.Has) is { } alone
                ? throw new UsageException($"--{alone}: This is said about a proxy; add --{RecordSettings.Proxy} URL.")
                : null;
        }

        if (settings.Has(CheckSettings.Url))
            throw new UsageException($"--{RecordSettings.Proxy}: A URL to record is given, too; leave out one of the two.");
        if (ofWalk.FirstOrDefault(settings.Has) is { } walked)
            throw new UsageException($"--{walked}: This says how the tool itself asks, but through a proxy the client does; leave it out.");
        var usual = new ProxyOptions(EndpointUrl.Endpoint(proxied));
        return usual with
        {
            Address = Address(),
            Port = read.Whole(RecordSettings.Port, 0, 65535, "a port number") ?? usual.Port,
            AllowsWrites = read.Switch(RecordSettings.AllowWrites),
            Rate = read.Number(CheckSettings.Rate, 0, 1000, "a number of requests a second") ?? usual.Rate,
            Timeout = read.Number(CheckSettings.Timeout, 0.1, 600, "a number of seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : usual.Timeout,
            MostCalls = read.Whole(RecordSettings.MaxCalls, 1, 100_000, "a number of calls") ?? usual.MostCalls,
            Longest = read.Number(RecordSettings.MaxMinutes, 0.01, 10_000, "a number of minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : usual.Longest,
        };
    }

    IPAddress Address() => read.Text(RecordSettings.Bind) switch
    {
        null or "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        var text when IPAddress.TryParse(text.Trim('[', ']'), out var address) => address,
        var text => throw new UsageException($"--bind: '{Printable.Line(text)}' is not an address; expected such as 127.0.0.1, 0.0.0.0 or ::1."),
    };
}
