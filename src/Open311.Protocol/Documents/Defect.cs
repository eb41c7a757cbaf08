namespace Open311.Protocol.Documents;

/// <summary>One thing wrong with a document.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">A sentence for a person: what was found.</param>
/// <param name="Position">Where, as far as known.</param>
public sealed record Defect(DefectKind Kind, string Message, TextPosition Position = default);
