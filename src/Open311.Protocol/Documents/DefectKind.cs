namespace Open311.Protocol.Documents;

/// <summary>What can be wrong with a document below the level of its fields.</summary>
public enum DefectKind
{
    /// <summary>A UTF-8 byte order mark precedes the body.</summary>
    ByteOrderMark,

    /// <summary>The bytes are not valid UTF-8; the tree is read with replacement characters.</summary>
    NotUtf8,

    /// <summary>The body is in another Unicode encoding (UTF-16, UTF-32).</summary>
    OtherUnicodeEncoding,

    /// <summary>No XML declaration opens the document.</summary>
    DeclarationMissing,

    /// <summary>The XML declaration names no encoding.</summary>
    DeclarationWithoutEncoding,

    /// <summary>The XML declaration names another encoding than UTF-8.</summary>
    DeclarationNamesOtherEncoding,

    /// <summary>White space or text before the XML declaration; the tree is read without it.</summary>
    TextBeforeDeclaration,

    /// <summary>A document type declaration is present. It is never processed.</summary>
    DocumentType,

    /// <summary>A reference to an entity other than the five predefined ones. It is never resolved.</summary>
    EntityReference,

    /// <summary>The document breaks the grammar of its format.</summary>
    NotWellFormed,

    /// <summary>A JSON object has two members of one name; the first is kept.</summary>
    DuplicateMember,

    /// <summary>A \u escape gives half of a surrogate pair: grammatical (RFC 8259, section 8.2), but no character, and readers differ in what they make of it.</summary>
    LoneSurrogate,

    /// <summary>The body is empty or white space only.</summary>
    Empty,

    /// <summary>The document nests deeper than the limit.</summary>
    TooDeep,

    /// <summary>The document is larger, or has more nodes, than the limit.</summary>
    TooLarge,
}
