using System.Net;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Cli.Taping;
using Open311.Mock.Disturbances;
using Open311.Mock.Recorded;
using Open311.Mock.Running;
using Open311.Protocol.Dates;

namespace Open311.Cli.City;

/// <summary>Reads the settings of <c>mock</c>; each that cannot be used is told in a sentence.</summary>
internal sealed class MockOptionsReader(RawSettings settings, IConsoleEnvironment env, ICities cities)
{
    /// <summary>What <c>--type</c> knows.</summary>
    public static readonly IReadOnlyList<string> Types = ["realtime", "batch", "blackbox", "mixed"];

    /// <summary>What <c>--formats</c> knows.</summary>
    public static readonly IReadOnlyList<string> Formats = ["xml", "json"];

    readonly SettingReader read = new(settings);

    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public MockOptions Read()
    {
        if (read.Switch(MockSettings.Single) && read.Switch(MockSettings.Multi))
            throw new UsageException("--multi: --single is given, too; leave out one of the two.");
        var city = read.Text(MockSettings.City);
        if (read.Switch(MockSettings.Watch) && (city is null || !File.Exists(PathOf(city))))
            throw new UsageException("--watch: There is no file to watch; name a city file by --city FILE.");
        var formats = read.Names(MockSettings.Formats, "a format", Formats);
        var (faults, disturbances) = Faults();
        var order = new CityOrder
        {
            City = city is not null && File.Exists(PathOf(city)) ? PathOf(city) : city,
            Watch = read.Switch(MockSettings.Watch),
            Port = read.Whole(MockSettings.Port, 0, 65535, "a port number") ?? 0,
            Address = Address(),
            ApiKey = read.Text(MockSettings.ApiKey),
            Mode = read.Switch(MockSettings.Single) ? CityMode.Single : read.Switch(MockSettings.Multi) ? CityMode.Multi : null,
            Types = read.Text(MockSettings.Type) is null ? null : Enum.Parse<ServiceTypeMode>(Type(), ignoreCase: true),
            Xml = formats.Count == 0 || formats.Contains("xml"),
            Json = formats.Count == 0 || formats.Contains("json"),
            DataFile = read.Text(MockSettings.Data) is { } file ? PathOf(file) : null,
            Seed = read.Whole(MockSettings.Seed, int.MinValue, int.MaxValue, "a whole number") ?? 311,
            StartAt = Clock(),
            Lenient = read.Switch(MockSettings.Lenient),
            Vary = read.Switch(MockSettings.Vary),
            Variations = Known(MockSettings.Variation, "a variation", settings[MockSettings.Variation].Count == 0 ? [] : read.CommaList(MockSettings.Variation), () => cities.Variations),
            Dialect = Dialect(),
            Recorded = Recorded(),
            Faults = faults,
            Disturbances = disturbances,
            Latency = Latency(),
            JournalEntries = read.Whole(MockSettings.Journal, 0, 1_000_000, "a number of calls") ?? 1000,
            AdminToken = read.Text(MockSettings.AdminToken),
            Stubs = read.Text(MockSettings.Stubs) is { } stubs ? PathOf(stubs) : null,
        };
        return new MockOptions(order, read.Switch(MockSettings.ExpectClean), read.Text(MockSettings.Out));
    }

    RecordedCityOptions? Recorded()
    {
        if (settings.One(MockSettings.Recording) is not { } name)
        {
            string[] needing = [MockSettings.Blend, MockSettings.ShiftDates, MockSettings.Exact];
            return needing.FirstOrDefault(read.Switch) is { } alone
                ? throw new UsageException($"--{alone}: There is no recording; name one by --{MockSettings.Recording}.")
                : null;
        }

        string[] simulated = [MockSettings.City, MockSettings.Dialect, MockSettings.Data, MockSettings.Watch, MockSettings.Vary, MockSettings.Variation, MockSettings.Single, MockSettings.Multi, MockSettings.Type, MockSettings.Formats];
        if (simulated.FirstOrDefault(settings.Has) is { } other)
            throw new UsageException($"--{other}: A recorded city is served as it was recorded; leave out --{other} or --{MockSettings.Recording}.");
        return new RecordedCityOptions(RecordingFinder.Read(name, env))
        {
            Blend = read.Switch(MockSettings.Blend),
            ShiftDates = read.Switch(MockSettings.ShiftDates),
            Exact = read.Switch(MockSettings.Exact),
        };
    }

    string PathOf(string path) => Path.GetFullPath(path, env.WorkingDirectory);

    string Type() => read.Names(MockSettings.Type, "a type", Types) is [var one]
        ? one
        : throw new UsageException("--type: Give one type.");

    IPAddress Address() => read.Text(MockSettings.Bind) switch
    {
        null or "localhost" => IPAddress.Loopback,
        "*" => IPAddress.Any,
        var text when IPAddress.TryParse(text.Trim('[', ']'), out var address) => address,
        var text => throw new UsageException($"--bind: '{Printable.Line(text)}' is not an address; expected such as 127.0.0.1, 0.0.0.0 or ::1."),
    };

    DateTimeOffset? Clock() => read.Text(MockSettings.Clock) switch
    {
        null => null,
        var text when W3CDateTime.TryRead(text, out var instant) && instant.IsWellFormed => instant.Instant,
        var text => throw new UsageException($"--clock: '{Printable.Line(text)}' is not an instant; expected such as 2026-05-20T09:30:00Z."),
    };

    Latency? Latency()
    {
        try
        {
            return read.Text(MockSettings.Latency) is { } text ? Mock.Disturbances.Latency.Parse(text) : null;
        }
        catch (DisturbanceException e)
        {
            throw new UsageException($"--latency: {Printable.Line(e.Message)}");
        }
    }

    string? Dialect()
    {
        if (read.Text(MockSettings.Dialect) is not { } name)
            return null;
        var ids = cities.Dialects.Select(d => d.Id).ToArray();
        return ids.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException($"--dialect: '{Printable.Line(name)}' is not a dialect.{Suggestion.For(name, ids)} 'open311 dialects' lists them.");
    }

    // A fault by its bare id shapes the whole city; everything else happens to single answers.
    (IReadOnlyList<string> Faults, IReadOnlyList<string> Disturbances) Faults()
    {
        if (settings[MockSettings.Fault].Count == 0)
            return ([], []);
        var given = read.CommaList(MockSettings.Fault);
        var others = given.Where(g => g.Text.IndexOfAny(['=', '@']) >= 0 || g.Text.ToLowerInvariant() is "drop" or "truncate" or "dribble").ToArray();
        try
        {
            foreach (var other in others)
                DisturbanceText.Check(other.Text);
        }
        catch (DisturbanceException e)
        {
            throw new UsageException($"--fault: {Printable.Line(e.Message)}");
        }

        return (Known(MockSettings.Fault, "a fault", [.. given.Except(others)], () => cities.Faults), [.. others.Select(o => o.Text)]);
    }

    // The catalogues are read only when something is chosen from them: a plain city starts sooner.
    static IReadOnlyList<string> Known(string key, string what, IReadOnlyList<RawValue> given, Func<IReadOnlyList<CityTrait>> load)
    {
        if (given.Count == 0)
            return [];
        var ids = load().Select(t => t.Id).ToArray();
        return [.. given
            .Select(g => ids.FirstOrDefault(known => known.Equals(g.Text, StringComparison.OrdinalIgnoreCase))
                ?? throw new UsageException($"--{key}: '{Printable.Line(g.Text)}' is not {what}.{Suggestion.For(g.Text, ids)} 'open311 faults' lists them."))
            .Distinct()];
    }
}
