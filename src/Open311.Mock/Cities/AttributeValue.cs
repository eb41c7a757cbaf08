namespace Open311.Mock.Cities;

/// <summary>One value that a list attribute offers.</summary>
/// <param name="Key">What is posted.</param>
/// <param name="Name">What is shown.</param>
public sealed record AttributeValue(string Key, string Name);
