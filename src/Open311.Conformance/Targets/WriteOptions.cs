namespace Open311.Conformance.Targets;

/// <summary>What the operator says about posting: the consent, its limits, and what the suite may use for its reports.</summary>
public sealed record WriteOptions
{
    /// <summary>The budget when the operator sets none.</summary>
    public const int UsualBudget = 40;

    /// <summary>Stands for the API key in what a dry run without one composes.</summary>
    public const string KeyToCome = "YOUR-API-KEY";

    /// <summary>Whether the operator consents to posting service requests at all.</summary>
    public bool Allowed { get; init; }

    /// <summary>Whether the operator consents even where discovery calls the endpoint production, or does not say what it is.</summary>
    public bool Production { get; init; }

    /// <summary>Compose every POST, send none.</summary>
    public bool DryRun { get; init; }

    /// <summary>Most POSTs sent in a run, refused ones included.</summary>
    public int MaxPosts { get; init; } = UsualBudget;

    /// <summary>The services that may be reported to; empty for the suite's choice.</summary>
    public IReadOnlyList<string> ServiceCodes { get; init; } = [];

    /// <summary>A place inside the service area, in WGS84 degrees; null to take places of known requests.</summary>
    public (decimal Lat, decimal Long)? Place { get; init; }

    /// <summary>An address that the city can find; null to take one of a known request.</summary>
    public string? Address { get; init; }

    /// <summary>An address_id of the city's register; null to take one of a known request.</summary>
    public string? AddressId { get; init; }

    /// <summary>The contact address in test reports; null for one of a reserved domain.</summary>
    public string? Email { get; init; }

    /// <summary>Reports stay hidden until somebody approves them, so that none can be read back.</summary>
    public bool Moderated { get; init; }

    /// <summary>The service reported to needs no location.</summary>
    public bool NonSpatial { get; init; }

    /// <summary>How long a report may take to become visible, and a token to give its id.</summary>
    public TimeSpan PollTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether the operator set <see cref="PollTimeout"/>: then a token without an id by then fails.</summary>
    public bool PollTimeoutGiven { get; init; }

    /// <summary>Where the API key goes.</summary>
    public KeyPlace KeyPlace { get; init; } = KeyPlace.Form;

    /// <summary>The header for <see cref="KeyPlace.Header"/>.</summary>
    public string KeyHeader { get; init; } = "api_key";

    /// <summary>Fields added to the form of every POST.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraForm { get; init; } = [];
}
