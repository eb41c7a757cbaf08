using Open311.Protocol.Documents;

namespace Open311.Conformance.Judging;

/// <summary>Identifiers that a question can be made of.</summary>
static class Askable
{
    // Percent-encoded, a longer one fits into no request line that servers accept; a hostile one of megabytes would be copied into every URL.
    const int Longest = 2000;

    /// <summary>The identifier in a field; null where there is none, or none that fits into a URL.</summary>
    public static string? Identifier(Node node, string field) => node.Value(field) is { Length: <= Longest } value ? value : null;
}
