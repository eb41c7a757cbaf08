using Open311.Mock.Dialects;

namespace Open311.Cli.Rooms;

/// <summary>The embedded city.</summary>
internal interface ICities
{
    /// <summary>The single defects it can be given.</summary>
    IReadOnlyList<CityTrait> Faults { get; }

    /// <summary>The correct variations it can be given.</summary>
    IReadOnlyList<CityTrait> Variations { get; }

    /// <summary>The families of real servers that it can speak like.</summary>
    IReadOnlyList<Dialect> Dialects => [];

    /// <summary>Starts it on loopback.</summary>
    /// <param name="port">0 for any free one.</param>
    /// <param name="faults">Ids of <see cref="Faults"/>.</param>
    /// <param name="variations">Ids of <see cref="Variations"/>.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    Task<IOpenCity> StartAsync(int port, IReadOnlyList<string> faults, IReadOnlyList<string> variations, CancellationToken cancellation);

    /// <summary>Starts one to be judged, on any free port.</summary>
    /// <param name="severalJurisdictions">Whether it is one of several jurisdictions.</param>
    /// <param name="cancellation">Stops the start.</param>
    Task<IOpenCity> StartAsync(bool severalJurisdictions, CancellationToken cancellation) => StartAsync(0, [], [], cancellation);

    /// <summary>Starts a city as ordered.</summary>
    /// <param name="order">Which, where and how.</param>
    /// <param name="tell">Told, in a sentence, of what happens while it is open.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    Task<IMockCity> OpenAsync(CityOrder order, Action<string> tell, CancellationToken cancellation);
}
