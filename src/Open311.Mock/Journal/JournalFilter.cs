namespace Open311.Mock.Journal;

/// <summary>Which calls of the journal.</summary>
/// <param name="After">Only calls with a greater number.</param>
/// <param name="Method">Only this method; null for all.</param>
/// <param name="Path">Only targets that contain this; null for all.</param>
/// <param name="Status">Only this status; null for all.</param>
/// <param name="Finding">Only calls that broke this requirement; <c>any</c> for any; null for all.</param>
public sealed record JournalFilter(long After = 0, string? Method = null, string? Path = null, int? Status = null, string? Finding = null)
{
    internal bool Lets(JournalEntry entry) =>
        entry.Number > After
        && (Method is null || entry.Method.Equals(Method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || entry.Target.Contains(Path, StringComparison.Ordinal))
        && (Status is null || entry.Status == Status)
        && (Finding is null || entry.Findings.Any(f => Finding == "any" || f.Requirement.Equals(Finding, StringComparison.OrdinalIgnoreCase)));
}
