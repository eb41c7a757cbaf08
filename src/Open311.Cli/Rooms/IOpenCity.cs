namespace Open311.Cli.Rooms;

/// <summary>A city that answers; disposing closes it.</summary>
internal interface IOpenCity : IAsyncDisposable
{
    /// <summary>Its endpoint, without a trailing slash.</summary>
    Uri Endpoint { get; }

    /// <summary>Its discovery document.</summary>
    Uri Discovery { get; }

    /// <summary>The jurisdiction_id to test it with; null when it needs none.</summary>
    string? Jurisdiction { get; }

    /// <summary>All its jurisdictions.</summary>
    IReadOnlyList<string> Jurisdictions => Jurisdiction is { } only ? [only] : [];

    /// <summary>A key that it accepts; null when it has none.</summary>
    string? ApiKey => null;
}
