using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>A departure from the prescribed structure that could be coerced away.</summary>
/// <param name="Requirement">The requirement departed from.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What was there.</param>
/// <param name="Node">Where.</param>
public sealed record StructureDeviation(string Requirement, string Message, string Expected, string Actual, Node Node);
