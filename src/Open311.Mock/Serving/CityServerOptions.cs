using System.Net;
using Open311.Mock.Cities;
using Open311.Mock.Disturbances;
using Open311.Mock.Faults;
using Open311.Mock.Recorded;
using Open311.Mock.Running;
using Open311.Mock.Variations;

namespace Open311.Mock.Serving;

/// <summary>What city a <see cref="CityServer"/> serves, and how.</summary>
public sealed record CityServerOptions
{
    /// <summary>The city; when null the one that a variation or fault names, else the embedded default.</summary>
    public City? City { get; init; }

    /// <summary>A city file that is read again and served when it changes; null for none.</summary>
    public string? Watch { get; init; }

    /// <summary>Told after the watched file changed: null where it is served now, else why the old edition goes on.</summary>
    public Action<string?>? Reloaded { get; init; }

    /// <summary>Real time; the city's clock starts from it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The instant at which the city's clock starts; real time when null.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Seed of the made-up requests and of all chance: the same seed, city and clock give the same data.</summary>
    public int Seed { get; init; } = 311;

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether JSON is served and advertised beside XML.</summary>
    public bool Json { get; init; } = true;

    /// <summary>Whether XML is served; without it the city is not one of GeoReport v2.</summary>
    public bool Xml { get; init; } = true;

    /// <summary>The key that may post in place of those of the city; null for those of the city.</summary>
    public string? ApiKey { get; init; }

    /// <summary>One jurisdiction or several; null for as many as the city has.</summary>
    public CityMode? Mode { get; init; }

    /// <summary>A type that all services are given; null for those of the city.</summary>
    public ServiceTypeMode? Types { get; init; }

    /// <summary>The file in which the city's state is kept; null for memory alone.</summary>
    public string? DataFile { get; init; }

    /// <summary>Whether multipart and query-only POSTs and doubled slashes in paths are accepted.</summary>
    public bool Lenient { get; init; }

    /// <summary>Whether the freedoms of the specification are taken, as the seed chooses.</summary>
    public bool Vary { get; init; }

    /// <summary>Ids of <c>fixtures/variations</c>: lawful freedoms that this city takes.</summary>
    public IReadOnlyList<string> Variations { get; init; } = [];

    /// <summary>Ids of <c>fixtures/faults</c>: defects that this city has.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The id of one of <c>fixtures/dialects</c>: a family of real servers that this city speaks like; null for none.</summary>
    public string? Dialect { get; init; }

    /// <summary>The faults to find these ids in, read once by whoever starts many cities; null to read the embedded ones.</summary>
    public FaultCatalog? KnownFaults { get; init; }

    /// <summary>The variations to find these ids in, read once by whoever starts many cities; null to read the embedded ones.</summary>
    public VariationCatalog? KnownVariations { get; init; }

    /// <summary>What goes wrong otherwise: <c>status=503@0.2</c>, <c>delay=500</c>, <c>dribble=200</c>, <c>drop@0.01</c>, <c>truncate</c>.</summary>
    public IReadOnlyList<string> Disturbances { get; init; } = [];

    /// <summary>A recorded city, which is served as it was recorded; null for one of the simulator's.</summary>
    public RecordedCityOptions? Recorded { get; init; }

    /// <summary>How long answers take; null for no longer than they need.</summary>
    public Latency? Latency { get; init; }

    /// <summary>Whether clients are judged; without it nothing is said about their calls.</summary>
    public bool JudgeClients { get; init; } = true;

    /// <summary>The most calls that the journal keeps; 0 for none.</summary>
    public int JournalEntries { get; init; } = 1000;

    /// <summary>The most bytes that the journal keeps.</summary>
    public long JournalBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>The path below which the city is administered.</summary>
    public string AdminPath { get; init; } = "/__open311";

    /// <summary>What administration from elsewhere than this machine must show; null to refuse it.</summary>
    public string? AdminToken { get; init; }
}
