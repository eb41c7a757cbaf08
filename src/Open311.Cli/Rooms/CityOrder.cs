using System.Net;
using Open311.Mock.Disturbances;
using Open311.Mock.Recorded;
using Open311.Mock.Running;

namespace Open311.Cli.Rooms;

/// <summary>The city that was ordered.</summary>
internal sealed record CityOrder
{
    /// <summary>The name of an embedded city or the path of a file; null for the default, or the one that a fault names.</summary>
    public string? City { get; init; }

    public bool Watch { get; init; }

    public int Port { get; init; }

    public IPAddress Address { get; init; } = IPAddress.Loopback;

    public string? ApiKey { get; init; }

    public CityMode? Mode { get; init; }

    public ServiceTypeMode? Types { get; init; }

    public bool Xml { get; init; } = true;

    public bool Json { get; init; } = true;

    public string? DataFile { get; init; }

    public int Seed { get; init; } = 311;

    public DateTimeOffset? StartAt { get; init; }

    public bool Lenient { get; init; }

    public bool Vary { get; init; }

    public IReadOnlyList<string> Variations { get; init; } = [];

    public string? Dialect { get; init; }

    public IReadOnlyList<string> Faults { get; init; } = [];

    public IReadOnlyList<string> Disturbances { get; init; } = [];

    /// <summary>A recorded city; null for one of the simulator's.</summary>
    public RecordedCityOptions? Recorded { get; init; }

    public Latency? Latency { get; init; }

    public int JournalEntries { get; init; } = 1000;

    public string? AdminToken { get; init; }

    /// <summary>The folder of WireMock.Net mapping files that stand before the city; null for none.</summary>
    public string? Stubs { get; init; }
}
