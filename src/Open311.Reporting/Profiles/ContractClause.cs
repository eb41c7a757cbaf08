using System.Globalization;
using Open311.Conformance.Profiles;
using Open311.Conformance.Replaying;
using Open311.Conformance.Requirements;
using Open311.Reporting.Languages;
using Open311.Reporting.Summaries;

namespace Open311.Reporting.Profiles;

/// <summary>A profile as contract language, for a tender.</summary>
public static class ContractClause
{
    /// <summary>The clause, line by line, in Markdown.</summary>
    /// <param name="profile">What is demanded.</param>
    /// <param name="named">How the operator named the profile, for the commands.</param>
    /// <param name="catalog">The requirements.</param>
    /// <param name="version">Version of the suite.</param>
    /// <param name="language">That of the clause; titles of the register stay English where it has no other.</param>
    public static IReadOnlyList<string> Lines(BuyerProfile profile, string named, RequirementCatalog catalog, string version, Language language)
    {
        var say = Phrases.In(language);
        var lines = new List<string> { $"# {say.Say("clause.title", ("profile", Said.Of(profile.Title, say).Text))}" };
        Section("passed", say.Say("clause.passed-intro", ("profile", Said.Of(profile.Title, say).Text), ("name", profile.Name), ("set", catalog.Version)));
        foreach (var duty in (Duty[])[Duty.Mandatory, Duty.IfImplemented, Duty.Recommended])
            Listed(duty.Word(), [.. profile.Demands.Where(d => d.Duty == duty).Select(d => Demand(d, catalog, say))]);
        if (profile.Waivers.Count > 0)
            Listed("waivers", [.. profile.Waivers.Select(w => Waiver(w, say))]);
        Section("suite", say.Say("clause.suite-text", ("version", version), ("set", catalog.Version), ("hash", Fingerprint.OfRequirementSet())));
        Command($"open311 check https://ENDPOINT --profile {named} --bundle evidence.zip --sign KEY.pem");
        Section("evidence", say["clause.evidence-text"]);
        Section("verified", say["clause.verified-text"]);
        Command("open311 verify evidence.zip --key SUPPLIER.pem");
        Section("violated", say["clause.violated-text"]);
        return lines;

        void Section(string key, string text)
        {
            lines.AddRange(["", $"## {say[$"clause.{key}"]}", ""]);
            lines.AddRange(TextWrap.Lines(text));
        }

        void Listed(string key, IReadOnlyList<string> items)
        {
            if (items.Count == 0)
                return;
            lines.Add("");
            lines.AddRange(TextWrap.Lines(say[$"clause.{key}"]));
            lines.Add("");
            lines.AddRange(items.SelectMany(item => TextWrap.Lines(item, "- ")));
        }

        void Command(string command) => lines.AddRange(["", $"    {command}"]);
    }

    static string Demand(ProfileDemand demand, RequirementCatalog catalog, Phrases say)
    {
        var (title, meaning) = demand.IsClass
            ? (Registered.ClassTitle(demand.Name, catalog.FindClass(demand.Name)!.Title, say).Text, Registered.ClassMeaning(catalog.FindClass(demand.Name)!, say).Text)
            : (Registered.Statement(catalog[demand.Name], say).Text, catalog[demand.Name].Clause);
        return $"{demand.Name}: {title.TrimEnd('.')}. {meaning}";
    }

    static string Waiver(ProfileWaiver waiver, Phrases say) => say.Say(
        "clause.waiver",
        ("requirement", waiver.Requirement),
        ("day", waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("owner", waiver.Owner),
        ("reason", waiver.Reason.TrimEnd('.')));
}
