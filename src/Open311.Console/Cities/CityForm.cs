namespace Open311.WebConsole.Cities;

/// <summary>A mock city as somebody filled in the form.</summary>
/// <param name="City">The name of an embedded city; empty for the default, or that of the dialect.</param>
/// <param name="Dialect">The id of a dialect; empty for none.</param>
/// <param name="Faults">Ids of faults, with commas, blanks or line ends between them.</param>
public sealed record CityForm(string City = "", string Dialect = "", string Faults = "");
