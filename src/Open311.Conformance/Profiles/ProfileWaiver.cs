namespace Open311.Conformance.Profiles;

/// <summary>A requirement whose violation the buyer puts up with for a time.</summary>
/// <param name="Requirement">Its id.</param>
/// <param name="Owner">Who answers for the waiver.</param>
/// <param name="Reason">Why it was given.</param>
/// <param name="Expires">Its last day, in UTC.</param>
public sealed record ProfileWaiver(string Requirement, string Owner, string Reason, DateOnly Expires);
