using Open311.Mock.Running;
using Open311.Reporting.Figures;
using Open311.Reporting.Text;

namespace Open311.WebConsole.Cities;

/// <summary>A mock city as pages show it.</summary>
public sealed record CityView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>Its endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Its discovery document.</summary>
    public required string Discovery { get; init; }

    /// <summary>The jurisdiction_ids that calls must name; empty when they need not.</summary>
    public required IReadOnlyList<string> Jurisdictions { get; init; }

    /// <summary>A key that may post, which is no secret.</summary>
    public required string Key { get; init; }

    /// <summary>Its faults.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Calls received.</summary>
    public required long Calls { get; init; }

    /// <summary>What clients posted, the newest first.</summary>
    public IReadOnlyList<PostedRequest> Posted { get; init; } = [];

    /// <summary>Where that is; null when nothing posted has a place.</summary>
    public PositionMap? Map { get; init; }

    internal static CityView Of(RunningMock mock)
    {
        var posted = mock.Server.Running.Posted;
        return new()
        {
            Id = mock.Id,
            Title = VisibleText.OneLine(mock.Title),
            Endpoint = mock.Server.Endpoint.OriginalString,
            Discovery = mock.Server.Discovery.OriginalString + (mock.Server.Xml ? ".xml" : ".json"),
            Jurisdictions = mock.Server.DemandsJurisdiction ? [.. mock.Server.City.Jurisdictions.Select(j => j.Id)] : [],
            Key = mock.Server.City.Keys.FirstOrDefault() ?? "",
            Faults = mock.Faults,
            Calls = mock.Server.Journal.Total,
            Posted = posted,
            Map = PositionMap.Of(posted.Where(p => p is { Lat: not null, Long: not null }).Select(p => ((double)p.Lat!, (double)p.Long!, p.IsClosed))),
        };
    }
}
