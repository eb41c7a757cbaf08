using System.Xml;

namespace Open311.Protocol.Documents.Xml;

/// <summary>Gives prefixes that nothing declares a namespace of their own, so that reading goes on and the prefix can be reported.</summary>
sealed class LenientNamespaces() : XmlNamespaceManager(new NameTable())
{
    const string Marker = "undeclared prefix:";

    public static bool IsUndeclared(string namespaceUri) => namespaceUri.StartsWith(Marker, StringComparison.Ordinal);

    public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? Marker + prefix;
}
