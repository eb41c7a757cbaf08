using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed class SpecificationToken : IRule
{
    const string Requirement = "SD-EP-002";

    public string Name => "specification-token";

    public Task JudgeAsync(Examination examination)
    {
        var entries = DiscoveryDocument.Endpoints(examination, Requirement);
        var own = entries.Where(e => DiscoveryFinder.SameUrl(e.Url, examination.Target.Endpoint)).ToList();
        var claimed = own.Any(e => Tolerated(e));
        foreach (var entry in entries)
        {
            if (entry.ClaimsGeoReportV2)
                examination.Pass(Requirement, $"{entry.Url} identifies itself by {EndpointEntry.GeoReportV2}.");
            else if (Tolerated(entry))
                examination.Warn(Requirement, $"{entry.Url} writes the token of GeoReport v2 as {entry.Specification}.", EndpointEntry.GeoReportV2, entry.Specification, node: entry.Node);
        }

        // Listed for other specifications besides, the endpoint under test still has its entry for v2.
        if (own is [var listed, ..] && !claimed)
        {
            if (listed.Specification is null)
                examination.Inconclusive(Requirement, "The entry of the endpoint under test names no specification.", "SD-EP-001");
            else
                examination.Violated(Requirement, $"The endpoint under test is listed with {listed.Specification} only.", EndpointEntry.GeoReportV2, listed.Specification, node: listed.Node);
        }

        if (!examination.Record.Has(Requirement, null))
            examination.NotApplicable(Requirement, "The endpoint under test is not listed, and no other claims GeoReport v2.");
        return Task.CompletedTask;
    }

    // An opaque identifier: other letters in its path make another one of it.
    static bool Tolerated(EndpointEntry entry) =>
        entry.NearlyClaimsGeoReportV2
        || (entry.Specification is { } s && s.EndsWith(".html", StringComparison.Ordinal) && (entry with { Specification = s[..^5] }).NearlyClaimsGeoReportV2);
}
