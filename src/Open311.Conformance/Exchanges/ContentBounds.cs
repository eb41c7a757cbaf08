namespace Open311.Conformance.Exchanges;

/// <summary>How much of a content is taken.</summary>
/// <param name="Limit">Largest content in bytes.</param>
/// <param name="KeptOfCut">What is kept of a larger one.</param>
/// <param name="Pool">Where the memory for collecting it comes from.</param>
internal sealed record ContentBounds(int Limit, int KeptOfCut, SegmentPool Pool);
