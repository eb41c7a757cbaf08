namespace Open311.Cli.Rooms;

/// <summary>The embedded city.</summary>
internal interface ICities
{
    /// <summary>The single defects it can be given.</summary>
    IReadOnlyList<CityTrait> Faults { get; }

    /// <summary>The correct variations it can be given.</summary>
    IReadOnlyList<CityTrait> Variations { get; }

    /// <summary>Starts it on loopback.</summary>
    /// <param name="port">0 for any free one.</param>
    /// <param name="faults">Ids of <see cref="Faults"/>.</param>
    /// <param name="variations">Ids of <see cref="Variations"/>.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    Task<IOpenCity> StartAsync(int port, IReadOnlyList<string> faults, IReadOnlyList<string> variations, CancellationToken cancellation);
}
