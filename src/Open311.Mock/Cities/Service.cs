namespace Open311.Mock.Cities;

/// <summary>A service that residents can request.</summary>
public sealed record Service
{
    /// <summary>The service_code, any text.</summary>
    public required string Code { get; init; }

    /// <summary>The service_name.</summary>
    public required string Name { get; init; }

    /// <summary>Plain text, possibly empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>Realtime, batch or blackbox.</summary>
    public ServiceType Type { get; init; }

    /// <summary>Comma-separated terms, possibly empty.</summary>
    public string Keywords { get; init; } = "";

    /// <summary>The group, possibly empty.</summary>
    public string Group { get; init; } = "";

    /// <summary>What the definition asks; a service with attributes has metadata=true.</summary>
    public IReadOnlyList<ServiceAttribute> Attributes { get; init; } = [];

    /// <summary>The jurisdiction_ids that list it.</summary>
    public required IReadOnlyList<string> Jurisdictions { get; init; }

    /// <summary>Its share of the made-up requests, relative to the other services.</summary>
    public int Weight { get; init; }

    /// <summary>Texts of made-up requests.</summary>
    public IReadOnlyList<string> Descriptions { get; init; } = [];

    /// <summary>status_notes of closed requests.</summary>
    public IReadOnlyList<string> ClosingNotes { get; init; } = [];

    /// <summary>agency_responsible, possibly empty.</summary>
    public string Agency { get; init; } = "";

    /// <summary>service_notice, possibly empty.</summary>
    public string Notice { get; init; } = "";

    /// <summary>Days until the work is expected to be done; null when none are promised.</summary>
    public int? ExpectedDays { get; init; }

    /// <summary>What happens to its requests; null for what the city's rules say.</summary>
    public IReadOnlyList<LifeRule>? Life { get; init; }

    /// <summary>How long a token stays without an id; null for what the city says.</summary>
    public TimeSpan? IdAfter { get; init; }

    /// <summary>How ids are made: <c>{number}</c> and <c>{year}</c> are filled in.</summary>
    public string IdForm { get; init; } = "{number}";
}
