namespace Open311.Reporting.Bundles;

/// <summary>A finding that is not the same.</summary>
/// <param name="Finding">Requirement and format.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Was">Its verdict as stored; null for a new one.</param>
/// <param name="Is">Its verdict as derived; null for one that is missing.</param>
/// <param name="Members">The members that differ, such as <c>message</c>.</param>
public sealed record FindingDifference(string Finding, DifferenceKind Kind, string? Was, string? Is, IReadOnlyList<string> Members)
{
    /// <summary>In a sentence.</summary>
    public string Sentence => Kind switch
    {
        DifferenceKind.New => $"{Finding}: {Is} is derived, but is not among the findings stored.",
        DifferenceKind.Missing => $"{Finding}: {Was} is stored, but is not derived.",
        _ when Was != Is => $"{Finding}: {Was} is stored, {Is} is derived.",
        _ => $"{Finding}: {Was}, but with another {string.Join(", ", Members)}.",
    };
}
