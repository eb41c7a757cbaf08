using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>A field that JSON has under another name.</summary>
/// <param name="Xml">The element name.</param>
/// <param name="Json">The member name.</param>
/// <param name="Node">A member of that name.</param>
sealed record Rename(string Xml, string Json, Node Node);
