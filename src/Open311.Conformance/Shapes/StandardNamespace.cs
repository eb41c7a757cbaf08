using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>The namespaces a standard element may be in: none, or the specification's own as default namespace (GR2-XML-003).</summary>
public static class StandardNamespace
{
    /// <summary>The one URI that GeoReport v2 names ("XML Support").</summary>
    public const string GeoReport = "http://wiki.open311.org/GeoReport_v2";

    /// <summary>Whether a client that follows the specification still finds the element.</summary>
    public static bool Holds(Node element) =>
        element.Prefix.Length == 0
        && (element.NamespaceUri.Length == 0
            || element.NamespaceUri == GeoReport
            || element.NamespaceUri.StartsWith("http://wiki.open311.org/", StringComparison.Ordinal));
}
