namespace Open311.Conformance.Profiles;

/// <summary>A demand and what became of it.</summary>
/// <param name="Demand">What was asked for.</param>
/// <param name="Title">It in plain words.</param>
/// <param name="State">What became of it.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Violated">Ids of the requirements that are violated, waived ones included.</param>
/// <param name="Exchange">Number of an exchange that shows it; null where none does.</param>
public sealed record DemandResult(ProfileDemand Demand, string Title, DemandState State, string Why, IReadOnlyList<string> Violated, int? Exchange = null)
{
    /// <summary>Whether it alone keeps the profile from being met.</summary>
    public bool IsRed => State == DemandState.Violated && Demand.Duty != Duty.Recommended;

    /// <summary>Whether it alone keeps it open whether the profile is met.</summary>
    public bool IsOpen => State == DemandState.NotExercised && Demand.Duty == Duty.Mandatory;
}
