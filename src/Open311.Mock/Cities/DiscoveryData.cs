namespace Open311.Mock.Cities;

/// <summary>What a discovery document says beyond addresses and formats.</summary>
/// <param name="Contact">Whom to ask.</param>
/// <param name="KeyService">How to get an api_key.</param>
/// <param name="Type"><c>test</c> or <c>production</c>.</param>
/// <param name="DaysSinceChange">Whole days between the last change of the services and the start of the server.</param>
public sealed record DiscoveryData(string Contact, string KeyService, string Type, int DaysSinceChange);
