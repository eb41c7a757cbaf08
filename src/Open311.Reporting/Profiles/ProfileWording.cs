using System.Globalization;
using Open311.Conformance.Profiles;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Profiles;

/// <summary>The sentences about a profile that page, table and summary share.</summary>
static class ProfileWording
{
    public static string Sentence(ProfileVerdict verdict, Phrases say)
    {
        var reasons = new List<string>();
        Add(verdict.Results.Count(r => r.IsRed), "violated");
        Add(verdict.Expired.Count, "expired");
        Add(verdict.Results.Count(r => r.IsOpen), "open");
        var waived = verdict.Results.Count(r => r.State == DemandState.Waived);
        if (verdict.Met == true)
            return waived == 0 ? say.Say("profile.met", ("profile", verdict.Profile.Name)) : say.Say("profile.met-by-waiver", ("profile", verdict.Profile.Name), ("waived", say.Count("demand", waived)));
        return say.Say(verdict.Met == false ? "profile.not-met" : "profile.open", ("profile", verdict.Profile.Name), ("reasons", string.Join("; ", reasons)));

        void Add(int count, string what)
        {
            if (count > 0)
                reasons.Add(say.Plural($"profile.reason.{what}", count));
        }
    }

    public static string Expired(ProfileWaiver waiver, Phrases say) => say.Say(
        "profile.expired-waiver",
        ("requirement", waiver.Requirement),
        ("day", waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("owner", waiver.Owner),
        ("reason", waiver.Reason.TrimEnd('.')));

    /// <summary>The class of a label in the style sheet.</summary>
    public static string Kind(DemandResult result) => result.State switch
    {
        DemandState.Met => "good",
        DemandState.Violated when result.IsRed => "bad",
        DemandState.Violated or DemandState.Waived => "warning",
        _ => "open",
    };
}
