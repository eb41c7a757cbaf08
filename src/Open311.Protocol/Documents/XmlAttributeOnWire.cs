namespace Open311.Protocol.Documents;

/// <summary>An XML attribute as written, namespace declarations included.</summary>
/// <param name="Prefix">The prefix, empty when there is none.</param>
/// <param name="LocalName">The name without its prefix.</param>
/// <param name="NamespaceUri">The namespace it is in, empty for none.</param>
/// <param name="Value">The normalised value.</param>
public sealed record XmlAttributeOnWire(string Prefix, string LocalName, string NamespaceUri, string Value)
{
    /// <summary>Whether this declares a namespace (<c>xmlns</c> or <c>xmlns:p</c>).</summary>
    public bool DeclaresNamespace => Prefix == "xmlns" || (Prefix.Length == 0 && LocalName == "xmlns");
}
