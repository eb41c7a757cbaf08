using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

sealed class ListedEndpointsAnswer : IRule
{
    const string Requirement = "SD-CON-001";
    const string Expected = "200 with a list of services in XML";

    public string Name => "listed-endpoints-answer";

    public async Task JudgeAsync(Examination examination)
    {
        var claiming = DiscoveryDocument.Endpoints(examination, Requirement).Where(e => e.MeansGeoReportV2).ToList();
        foreach (var listed in ListedEndpoint.Of(examination, claiming))
        {
            if (!ListedEndpoint.IsBase(listed.Entry))
                examination.Inconclusive(Requirement, $"{listed.Entry.Url} is no URL to which resources can be appended.", "SD-EP-003");
            else if (await listed.AskAsync(examination, Ask.Services(DataFormat.Xml)).ConfigureAwait(false) is { } reply)
                One(examination, listed, reply);
            else
                examination.Inconclusive(Requirement, $"{listed.Entry.Url} is no URL that the suite may ask from here.");
        }

        if (!examination.Record.Has(Requirement, null))
            examination.NotApplicable(Requirement, "No endpoint listed claims GeoReport v2.");
    }

    static void One(Examination e, ListedEndpoint listed, Reply reply)
    {
        var url = listed.Entry.Url;
        if (Blocker.Of(reply) is { } blocker)
            e.Inconclusive(Requirement, $"{url} cannot be judged: {blocker.Reason}.", listed.IsOwn ? blocker.Requirement : null, reply);
        else if (ListedEndpoint.IsServiceList(e, reply))
            e.Pass(Requirement, $"{url} gives its list of services.", reply);
        else if (listed.IsOwn)
            e.Inconclusive(Requirement, $"{url} does not give a list of services: {e.Survey.ServicesBlocker?.Reason ?? $"services.xml is answered {reply.Status}"}.", OwnCause(e, reply), reply);
        else if (reply.Status is 400 or 404 && SpeaksOfJurisdiction(reply))
            e.Inconclusive(Requirement, $"{url} asks for another jurisdiction_id than the run knows.", reply: reply);
        else
            e.Violated(Requirement, $"{url} is listed for GeoReport v2, but its services.xml is answered {reply.Status} with {reply.Excerpt(60)}", Expected, $"{reply.Status}", reply, blockedBy: reply.Succeeded && reply.ForeignBody is null ? Blocker.OfDocument(reply)?.Requirement : null);
    }

    // What is wrong with the endpoint under test is judged in full elsewhere, and told once.
    static string? OwnCause(Examination e, Reply reply) => reply.Status switch
    {
        401 or 403 => "GR2-KEY-001",
        >= 400 when e.Survey.Primary == DataFormat.Json => "GR2-HTTP-002",
        >= 400 => "GR2-SVC-001",
        _ => Blocker.OfDocument(reply)?.Requirement ?? "GR2-XML-002",
    };

    static bool SpeaksOfJurisdiction(Reply reply) =>
        Wording.Of(reply).Contains("jurisdiction", StringComparison.OrdinalIgnoreCase);
}
