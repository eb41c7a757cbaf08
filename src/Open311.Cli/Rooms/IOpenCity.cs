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
}
