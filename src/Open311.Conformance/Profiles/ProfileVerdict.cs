namespace Open311.Conformance.Profiles;

/// <summary>Whether a run meets a buyer's profile.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Results">Each demand with what became of it, in the order of the profile.</param>
/// <param name="Expired">Waivers whose time is over: each makes the verdict red, whatever else was found.</param>
public sealed record ProfileVerdict(BuyerProfile Profile, IReadOnlyList<DemandResult> Results, IReadOnlyList<ProfileWaiver> Expired)
{
    /// <summary>True when it is met, false when it is not, null when something mandatory could not be exercised.</summary>
    public bool? Met => Expired.Count > 0 || Results.Any(r => r.IsRed) ? false : Results.Any(r => r.IsOpen) ? null : true;

    /// <summary>The verdict in a sentence.</summary>
    public string Sentence
    {
        get
        {
            var parts = new List<string>();
            Add(Results.Count(r => r.IsRed), "demand is violated", "demands are violated");
            Add(Expired.Count, "waiver has expired", "waivers have expired");
            Add(Results.Count(r => r.IsOpen), "mandatory demand could not be exercised", "mandatory demands could not be exercised");
            var waived = Results.Count(r => r.State == DemandState.Waived);
            return Met switch
            {
                true => $"Meets the profile {Profile.Name}{(waived > 0 ? $", {waived} {(waived == 1 ? "demand" : "demands")} by waiver" : "")}.",
                false => $"Does not meet the profile {Profile.Name}: {string.Join("; ", parts)}.",
                _ => $"It could not be told whether the profile {Profile.Name} is met: {string.Join("; ", parts)}.",
            };

            void Add(int count, string one, string many)
            {
                if (count > 0)
                    parts.Add($"{count} {(count == 1 ? one : many)}");
            }
        }
    }
}
