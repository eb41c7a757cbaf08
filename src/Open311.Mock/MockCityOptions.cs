using Open311.Mock.Cities;
using Open311.Mock.Disturbances;
using Open311.Mock.Running;
using Open311.Mock.Serving;

namespace Open311.Mock;

/// <summary>What city a <see cref="MockCity"/> serves, and how: the options of <c>open311 mock</c>.</summary>
public sealed class MockCityOptions
{
    /// <summary>The name of an embedded city or the path of a city file; null for the default.</summary>
    public string? City { get; set; }

    /// <summary>The port on loopback; 0 for any free one.</summary>
    public int Port { get; set; }

    /// <summary>The key that may post; null for those of the city.</summary>
    public string? ApiKey { get; set; }

    /// <summary>One jurisdiction or several; null for as many as the city has.</summary>
    public CityMode? Mode { get; set; }

    /// <summary>A type that all services are given; null for those of the city.</summary>
    public ServiceTypeMode? Types { get; set; }

    /// <summary>Whether JSON is served beside XML.</summary>
    public bool Json { get; set; } = true;

    /// <summary>The file in which the city's state is kept; null for memory alone.</summary>
    public string? DataFile { get; set; }

    /// <summary>Seed of the made-up requests and of all chance.</summary>
    public int Seed { get; set; } = 311;

    /// <summary>Real time, or what stands for it.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The instant at which the city's clock starts; real time when null.</summary>
    public DateTimeOffset? StartAt { get; set; }

    /// <summary>Whether multipart and query-only POSTs and doubled slashes in paths are accepted.</summary>
    public bool Lenient { get; set; }

    /// <summary>Whether the freedoms of the specification are taken, as the seed chooses.</summary>
    public bool Vary { get; set; }

    /// <summary>Faults by id, or such as <c>status=503@0.2</c>, <c>delay=500</c>, <c>dribble=200</c>, <c>drop</c>, <c>truncate</c>.</summary>
    public IList<string> Faults { get; } = [];

    /// <summary>Variations by id.</summary>
    public IList<string> Variations { get; } = [];

    /// <summary>A family of real servers that the city speaks like, such as <c>boston</c>; null for none.</summary>
    public string? Dialect { get; set; }

    /// <summary>How long answers take: <c>fixed:50</c>, <c>uniform:20-200</c>, <c>lognormal:80,0.5</c>; null for no longer than they need.</summary>
    public string? Latency { get; set; }

    /// <summary>The most calls that the journal keeps; 0 for none.</summary>
    public int JournalEntries { get; set; } = 1000;

    /// <summary>The same as options of a server or a <see cref="MountedCity"/>.</summary>
    /// <exception cref="Fixtures.FixtureException">The city is malformed or unknown.</exception>
    /// <exception cref="DisturbanceException">A disturbance or latency cannot be read.</exception>
    public CityServerOptions ToServer()
    {
        var disturbances = Faults.Select(f => (Text: f, Disturbance: Disturbance.Parse(f))).ToArray();
        return new CityServerOptions
        {
            City = City is { } name ? Cities.City.Load(name) : null,
            Port = Port,
            ApiKey = ApiKey,
            Mode = Mode,
            Types = Types,
            Json = Json,
            DataFile = DataFile,
            Seed = Seed,
            Time = Time,
            StartAt = StartAt,
            Lenient = Lenient,
            Vary = Vary,
            Faults = [.. disturbances.Where(d => d.Disturbance is { Kind: DisturbanceKind.Fault, Chance: 1 }).Select(d => d.Disturbance.Fault)],
            Disturbances = [.. disturbances.Where(d => d.Disturbance is not { Kind: DisturbanceKind.Fault, Chance: 1 }).Select(d => d.Text)],
            Variations = [.. Variations],
            Dialect = Dialect,
            Latency = Latency is { } text ? Disturbances.Latency.Parse(text) : null,
            JournalEntries = JournalEntries,
        };
    }
}
