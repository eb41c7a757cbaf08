namespace Open311.Mock.Store;

/// <summary>What came with a POST and stays with the city: attributes, and who reported.</summary>
/// <param name="Attributes">Values by attribute code.</param>
/// <param name="Contact">The optional arguments sent about person and device, by name.</param>
internal sealed record Submission(
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Attributes,
    IReadOnlyList<KeyValuePair<string, string>> Contact);
