namespace Open311.Protocol.Documents;

/// <summary>A document that could be read: one tree, whatever its format.</summary>
public sealed class Document
{
    /// <summary>The format it was read as.</summary>
    public required DataFormat Format { get; init; }

    /// <summary>The root element, or the JSON value at the top level.</summary>
    public required Node Root { get; init; }

    /// <summary>The decoded text, without a byte order mark.</summary>
    public required string Text { get; init; }

    /// <summary>How many nodes and attributes were read; 0 where nobody counted.</summary>
    public int Nodes { get; init; }

    /// <summary>The encoding named by the XML declaration; null when it names none, when there is no declaration, and in JSON.</summary>
    public string? DeclaredEncoding { get; init; }

    /// <summary>Whether an XML declaration opens the document.</summary>
    public bool HasDeclaration { get; init; }

    /// <summary>Whether an <c>xml-stylesheet</c> processing instruction is present.</summary>
    public bool HasStylesheet { get; init; }
}
