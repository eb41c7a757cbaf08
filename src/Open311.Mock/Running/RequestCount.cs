namespace Open311.Mock.Running;

/// <summary>How many listed requests there are of a kind.</summary>
/// <param name="Jurisdiction">The jurisdiction_id.</param>
/// <param name="ServiceCode">The service_code.</param>
/// <param name="Status"><c>open</c> or <c>closed</c>.</param>
/// <param name="Count">At least 1.</param>
public sealed record RequestCount(string Jurisdiction, string ServiceCode, string Status, int Count);
