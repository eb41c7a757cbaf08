using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>A departure from the prescribed structure that could be coerced away.</summary>
/// <param name="Requirement">The requirement departed from.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What was there.</param>
/// <param name="Node">Where.</param>
/// <param name="FollowsFrom">The requirement that a deviation further up departs from, of which this is a part; null for none.</param>
/// <param name="IsTolerated">Whether the register takes it for a lesser matter than the requirement's level says.</param>
public sealed record StructureDeviation(string Requirement, string Message, string Expected, string Actual, Node Node, string? FollowsFrom = null, bool IsTolerated = false);
