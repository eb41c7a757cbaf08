namespace Open311.Mock.Cities;

/// <summary>A jurisdiction of a city.</summary>
/// <param name="Id">Its jurisdiction_id, such as <c>portlinden.example</c>.</param>
/// <param name="Area">Where its requests lie.</param>
/// <param name="Streets">Street names for made-up addresses.</param>
/// <param name="Zipcodes">Postal codes, as text.</param>
/// <param name="Place">What closes an address line: town and region.</param>
public sealed record Jurisdiction(string Id, Area Area, IReadOnlyList<string> Streets, IReadOnlyList<string> Zipcodes, string Place);
