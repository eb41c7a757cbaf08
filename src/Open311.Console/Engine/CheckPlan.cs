namespace Open311.WebConsole.Engine;

/// <summary>A check that can be run: everything in it was read and found usable.</summary>
public abstract record CheckPlan
{
    /// <summary>The endpoint as it may be shown and kept: without secrets.</summary>
    public required string Url { get; init; }

    /// <summary>The endpoint.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The host that it burdens: never two checks at a time on one.</summary>
    public required string Host { get; init; }

    /// <summary>What else was asked for, as it may be shown and kept.</summary>
    public required CheckTerms Terms { get; init; }
}
