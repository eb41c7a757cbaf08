namespace Open311.Protocol.Documents;

/// <summary>What came of reading a body: a tree where one could be built, and everything wrong on the way.</summary>
/// <param name="Document">The tree, or null when none could be built.</param>
/// <param name="Defects">In the order found; empty for a flawless document.</param>
public sealed record Reading(Document? Document, IReadOnlyList<Defect> Defects)
{
    /// <summary>Whether a defect of that kind was found.</summary>
    public bool Has(DefectKind kind) => Defects.Any(d => d.Kind == kind);
}
