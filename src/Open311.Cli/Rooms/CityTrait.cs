namespace Open311.Cli.Rooms;

/// <summary>Something a city can be made to do.</summary>
/// <param name="Id">What the operator types.</param>
/// <param name="Title">One sentence.</param>
/// <param name="Requirements">Ids of the requirements that a fault violates, or whose reading allows a variation.</param>
internal sealed record CityTrait(string Id, string Title, IReadOnlyList<string> Requirements);
