namespace Open311.Conformance.Cases;

/// <summary>All cases, in the order they are run: by file, then by place in it.</summary>
public sealed class CaseBook(IReadOnlyList<Case> cases)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<Case> All { get; } = cases;
}
