using Open311.Mock.Cities;

namespace Open311.Mock.Clients;

/// <summary>What a judge of clients must know of the city they call.</summary>
internal sealed record CityFacts
{
    public required City City { get; init; }

    /// <summary>The endpoint, without a trailing slash.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Whether JSON is offered.</summary>
    public bool Json { get; init; } = true;

    /// <summary>Whether multipart and query-only POSTs and doubled slashes are let pass.</summary>
    public bool Lenient { get; init; }

    /// <summary>Whether a jurisdiction has a listed request of this id.</summary>
    public Func<string, string, bool> KnowsId { get; init; } = (_, _) => false;

    public bool IsMulti => City.Jurisdictions.Count > 1;

    /// <summary>Whether a jurisdiction lists services at all; of a recorded city the list may not have been recorded, and then no code is known to be wrong.</summary>
    public bool ListsServices(string jurisdiction) => City.Services.Any(s => s.Jurisdictions.Contains(jurisdiction));

    /// <summary>The service of a code, in one jurisdiction or (null) in any.</summary>
    public Service? Service(string? jurisdiction, string code) =>
        City.Services.FirstOrDefault(s => s.Code == code && (jurisdiction is null || s.Jurisdictions.Contains(jurisdiction)));
}
