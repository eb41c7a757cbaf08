using Open311.Mock.Cities;

namespace Open311.Mock.Serving;

/// <summary>What city a <see cref="CityServer"/> serves, and how.</summary>
public sealed record CityServerOptions
{
    /// <summary>The city; when null the one that a variation or fault names, else the embedded default.</summary>
    public City? City { get; init; }

    /// <summary>The clock that the city's data and windows are relative to.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Seed of the made-up requests: the same seed, city and clock give the same data.</summary>
    public int Seed { get; init; } = 311;

    /// <summary>The port on loopback; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether JSON is served and advertised beside XML.</summary>
    public bool Json { get; init; } = true;

    /// <summary>Ids of <c>fixtures/variations</c>: lawful freedoms that this city takes.</summary>
    public IReadOnlyList<string> Variations { get; init; } = [];

    /// <summary>Ids of <c>fixtures/faults</c>: defects that this city has.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
