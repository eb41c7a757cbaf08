using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed class XmlIsAdvertised : IRule
{
    const string Requirement = "SD-EP-008";

    public string Name => "xml-is-advertised";

    public Task JudgeAsync(Examination examination)
    {
        var entries = DiscoveryDocument.Endpoints(examination, Requirement);
        foreach (var entry in entries.Where(e => e.MeansGeoReportV2))
        {
            var formats = string.Join(", ", entry.Formats);
            if (entry.Formats.Count == 0)
                examination.Inconclusive(Requirement, $"{entry.Url} lists no formats at all.", "SD-EP-006");
            else if (entry.Formats.Any(f => EndpointEntry.BareType(f) == "text/xml"))
                examination.Pass(Requirement, $"{entry.Url} advertises text/xml.");
            else if (entry.OffersXml)
                examination.Warn(Requirement, $"{entry.Url} advertises XML as {formats}.", "text/xml", formats, node: entry.Node);
            else
                examination.Violated(Requirement, $"{entry.Url} claims GeoReport v2 but advertises {formats} only.", "text/xml", formats, node: entry.Node);
        }

        if (!examination.Record.Has(Requirement, null))
            examination.NotApplicable(Requirement, "No endpoint listed claims GeoReport v2.");
        return Task.CompletedTask;
    }
}
