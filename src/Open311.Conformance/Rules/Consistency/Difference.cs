using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>One place where XML and JSON differ.</summary>
/// <param name="Kind">How.</param>
/// <param name="Field">The field, with the lists it stands in: <c>attributes.code</c>.</param>
/// <param name="Item">The item, by its identifier.</param>
/// <param name="Xml">What XML says; null for nothing.</param>
/// <param name="Json">What JSON says; null for nothing.</param>
/// <param name="Node">The place in JSON, or the item it should be in.</param>
/// <param name="Cause">The requirement whose violation explains it, if one does.</param>
sealed record Difference(DifferenceKind Kind, string Field, string Item, string? Xml, string? Json, Node? Node, string? Cause);
