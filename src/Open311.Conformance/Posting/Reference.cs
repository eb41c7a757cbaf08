namespace Open311.Conformance.Posting;

/// <summary>How the plainest correct report fared.</summary>
/// <param name="Posted">The report that was accepted, or the first that was not.</param>
/// <param name="Trouble">Why it was not accepted, as a clause; null when it was.</param>
/// <param name="BlockedBy">The violated requirement behind the trouble; null where nobody is to blame.</param>
sealed record Reference(Posted Posted, string? Trouble, string? BlockedBy)
{
    public bool Accepted => Trouble is null;
}
