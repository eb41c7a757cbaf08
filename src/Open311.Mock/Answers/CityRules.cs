namespace Open311.Mock.Answers;

/// <summary>How the city answers where it could answer otherwise. The defaults are correct; freedoms and faults set other values.</summary>
internal sealed record CityRules
{
    /// <summary>Whether JSON is served and advertised.</summary>
    public bool Json { get; init; } = true;

    /// <summary>Whether XML is served and advertised.</summary>
    public bool Xml { get; init; } = true;

    /// <summary>Whether calls are accepted that the specification does not provide for but real clients make.</summary>
    public bool Lenient { get; init; }

    /// <summary>Most requests in one answer.</summary>
    public int MaxRequests { get; init; } = 1000;

    /// <summary>Days of the default window, and the longest span a window may have.</summary>
    public int WindowDays { get; init; } = 90;

    /// <summary>What is done with a window longer than that.</summary>
    public Reaction LongWindow { get; init; } = Reaction.Refuse;

    /// <summary>What is done with an unknown service_code in a filter.</summary>
    public Reaction UnknownCode { get; init; } = Reaction.Empty;

    /// <summary>What is done with a status other than open and closed.</summary>
    public Reaction UnknownStatus { get; init; } = Reaction.Refuse;

    /// <summary>What is done with a window that ends before it starts.</summary>
    public Reaction InvertedWindow { get; init; } = Reaction.Empty;

    /// <summary>What is done with a date that cannot be read.</summary>
    public Reaction UnreadableDate { get; init; } = Reaction.Refuse;

    /// <summary>What is done when the path names no code, id or token.</summary>
    public Reaction MissingKey { get; init; } = Reaction.Refuse;

    /// <summary>What is done with a list of ids none of which is known.</summary>
    public Reaction UnknownIds { get; init; } = Reaction.Empty;

    /// <summary>The definition of a service that has metadata=false.</summary>
    public Reaction PlainDefinition { get; init; } = Reaction.Empty;

    /// <summary>A jurisdiction_id that the only jurisdiction does not bear.</summary>
    public Reaction ForeignJurisdiction { get; init; } = Reaction.NotFound;

    /// <summary>A call to a city of several jurisdictions that names none.</summary>
    public Reaction MissingJurisdiction { get; init; } = Reaction.Refuse;

    /// <summary>A call to a city of several jurisdictions that names an unknown one.</summary>
    public Reaction UnknownJurisdiction { get; init; } = Reaction.NotFound;

    /// <summary>The order of a list.</summary>
    public ListOrder Order { get; init; } = ListOrder.NewestFirst;

    /// <summary>A start_date alone opens a window up to now rather than one of 90 days.</summary>
    public bool OpenEnd { get; init; }

    /// <summary>The path of the endpoint.</summary>
    public string EndpointPath { get; init; } = "/open311/v2";

    /// <summary>The path that discovery lies below; it lies beside the endpoint too unless this is somewhere else.</summary>
    public string DiscoveryPath { get; init; } = "/open311";

    /// <summary>Data and behaviour that no correct city has.</summary>
    public Misbehaviour Misbehaviour { get; init; } = new();
}
