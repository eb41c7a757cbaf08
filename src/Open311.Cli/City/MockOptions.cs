using Open311.Cli.Rooms;

namespace Open311.Cli.City;

/// <summary>What <c>mock</c> was asked to do.</summary>
/// <param name="Order">The city.</param>
/// <param name="ExpectClean">Whether a broken must is a failure.</param>
/// <param name="Out">Where the scorecard goes; null for the default.</param>
internal sealed record MockOptions(CityOrder Order, bool ExpectClean, string? Out)
{
    /// <summary>Whether a scorecard is written.</summary>
    public bool WritesScorecard => ExpectClean || Out is not null;
}
