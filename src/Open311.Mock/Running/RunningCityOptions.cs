using Open311.Mock.Alterations;
using Open311.Mock.Answers;
using Open311.Mock.Store;
using Open311.Protocol;

namespace Open311.Mock.Running;

/// <summary>How a city runs.</summary>
public sealed record RunningCityOptions
{
    /// <summary>Real time, from which the city's clock starts.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The instant at which the city's clock starts; real time when null.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Whether the clock stands still until it is moved.</summary>
    public bool Frozen { get; init; }

    /// <summary>Seed of everything made up: the same city, seed and start give the same requests.</summary>
    public int Seed { get; init; } = 311;

    /// <summary>One jurisdiction or several; null for as many as the city has.</summary>
    public CityMode? Mode { get; init; }

    /// <summary>A type that all services are given; null for those of the city.</summary>
    public ServiceTypeMode? Types { get; init; }

    /// <summary>The formats served and advertised; at least one.</summary>
    public IReadOnlyCollection<DataFormat> Formats { get; init; } = [DataFormat.Xml, DataFormat.Json];

    /// <summary>The file in which the city's state is kept; null for memory alone.</summary>
    public string? DataFile { get; init; }

    /// <summary>Whether bodies and paths outside the specification are accepted where real clients send them (multipart, POST data in the query, doubled slashes).</summary>
    public bool Lenient { get; init; }

    internal AlteredCity Altered { get; init; } = new([]);

    /// <summary>The requests that it has from the beginning; null to make them up.</summary>
    internal IReadOnlyList<ServiceRequest>? Known { get; init; }

    /// <summary>What is settled of its rules by where it comes from.</summary>
    internal Func<CityRules, CityRules> Settle { get; init; } = rules => rules;
}
