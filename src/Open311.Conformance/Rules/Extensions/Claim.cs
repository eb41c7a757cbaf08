using Open311.Conformance.Judging;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>Whether an endpoint claims an extension: its operator says so, or discovery lists it for the draft that has it. What is claimed must work.</summary>
static class Claim
{
    const string DraftToken = "GeoReport_v2.1";

    public static bool IsMade(Examination e, string extension) =>
        e.Target.Extensions.Contains(extension) || (extension is ExtensionName.Updated or ExtensionName.Media && IsOfDraft(e));

    /// <summary>Who claims it, as a clause.</summary>
    public static string Who(Examination e, string extension) =>
        e.Target.Extensions.Contains(extension) || e.Target.Extensions.Contains(ExtensionName.Draft) ? "the operator says that the endpoint has this extension" : "discovery lists the endpoint for the 2.1 draft";

    static bool IsOfDraft(Examination e) =>
        e.Target.Extensions.Contains(ExtensionName.Draft)
        || e.Survey.Discovery.Endpoints.Any(x => DiscoveryFinder.SameUrl(x.Url, e.Target.Endpoint) && x.Specification?.Contains(DraftToken, StringComparison.OrdinalIgnoreCase) == true);
}
