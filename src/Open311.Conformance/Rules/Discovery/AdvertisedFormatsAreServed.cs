using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Discovery;

sealed class AdvertisedFormatsAreServed : IRule
{
    const string Requirement = "SD-CON-002";

    public string Name => "advertised-formats-are-served";

    public async Task JudgeAsync(Examination examination)
    {
        var claiming = DiscoveryDocument.Endpoints(examination, Requirement).Where(e => e.ClaimsGeoReportV2 && ListedEndpoint.IsBase(e)).ToList();
        foreach (var listed in ListedEndpoint.Of(examination, claiming))
        {
            var entry = listed.Entry;
            foreach (var other in entry.Formats.Where(f => !Named(f)))
                examination.Inform(Requirement, $"{entry.Url} advertises {other}, to which GeoReport v2 gives no format name.", "text/xml, application/json", other, node: entry.Node);
            if (entry.OffersXml)
                await AllAsync(examination, listed, DataFormat.Xml).ConfigureAwait(false);
            if (entry.OffersJson)
                await AllAsync(examination, listed, DataFormat.Json).ConfigureAwait(false);
        }

        if (examination.Record.Tallies.Count == 0)
            examination.NotApplicable(Requirement, "No endpoint listed claims GeoReport v2 with a format that it names.");
    }

    static bool Named(string format) => EndpointEntry.BareType(format) is "text/xml" or "application/xml" or "xml" or "application/json" or "text/json" or "json";

    static async Task AllAsync(Examination e, ListedEndpoint listed, DataFormat format)
    {
        var services = await OneAsync(e, listed, Ask.Services(format)).ConfigureAwait(false);
        var code = listed.IsOwn ? e.Survey.DefinedCodes.FirstOrDefault() : First(services, i => new ServiceItem(i) is { Metadata: true, Code: { } own } ? own : null);
        if (code is not null)
            await OneAsync(e, listed, Ask.Definition(code, format)).ConfigureAwait(false);
        var requests = await OneAsync(e, listed, Ask.Requests(format)).ConfigureAwait(false);
        var id = listed.IsOwn ? e.Survey.Known.FirstOrDefault()?.Id : First(requests, i => i.Value("service_request_id"));
        if (id is not null)
            await OneAsync(e, listed, Ask.Request(id, format)).ConfigureAwait(false);

        string? First(Reply? reply, Func<Node, string?> pick) =>
            reply is { Succeeded: true } && e.Shapes.Read(reply) is { Recognised: true } shaped ? shaped.Items.Select(pick).OfType<string>().FirstOrDefault() : null;
    }

    static async Task<Reply?> OneAsync(Examination e, ListedEndpoint listed, Ask ask)
    {
        var format = ask.Format!.Value;
        if (await listed.AskAsync(e, ask).ConfigureAwait(false) is not { } reply)
        {
            e.Record.Add(Verdict.Inconclusive, Requirement, format, $"{listed.Entry.Url} is no URL that the suite may ask from here.");
            return null;
        }

        var what = $"{listed.Entry.Url?.TrimEnd('/')}/{ask.Path}";
        if (Blocker.Of(reply) is { } blocker)
            e.Record.Add(Verdict.Inconclusive, Requirement, format, $"{what} cannot be judged: {blocker.Reason}.", reply: reply, blockedBy: listed.IsOwn ? blocker.Requirement : null);
        else if (reply.Succeeded && ListedEndpoint.IsOfKind(reply))
            e.Record.Add(Verdict.Pass, Requirement, format, $"{what} is served in {format.Extension()}.", reply: reply);
        else if (reply.Status is 401 or 403)
            e.Record.Add(Verdict.Inconclusive, Requirement, format, $"{what} is answered {reply.Status}.", reply: reply, blockedBy: listed.IsOwn ? "GR2-KEY-001" : null);
        else if (!listed.IsOwn && reply.Status is 400 or 404 && !await IsGivenInTheOtherFormatAsync(e, listed, ask).ConfigureAwait(false))
            e.Record.Add(Verdict.Inconclusive, Requirement, format, $"{what} is answered {reply.Status}; without its own jurisdiction_id nothing follows from that.", reply: reply);
        else
            await ViolatedAsync(e, listed, ask, reply, what).ConfigureAwait(false);
        return reply;
    }

    // Then it is not for want of a jurisdiction_id that this format is refused.
    static async Task<bool> IsGivenInTheOtherFormatAsync(Examination e, ListedEndpoint listed, Ask ask) =>
        listed.Entry is { OffersXml: true, OffersJson: true } && await listed.AskAsync(e, Twin.Of(ask)).ConfigureAwait(false) is { } twin && Blocker.Of(twin) is null && Twin.Gives(twin);

    static async Task ViolatedAsync(Examination e, ListedEndpoint listed, Ask ask, Reply reply, string what)
    {
        var format = ask.Format!.Value;
        var cause = !listed.IsOwn ? null
            : reply.Succeeded ? Damage.Of(reply) ?? Blocker.Syntax(reply)
            : await Twin.CauseAsync(e, ask).ConfigureAwait(false);

        // Served in no format at all, the resource is what is missing, not the format.
        if (listed.IsOwn && !reply.Succeeded && cause is null)
            e.Record.Add(Verdict.Inconclusive, Requirement, format, $"{what} is answered {reply.Status} in every format.", reply: reply, blockedBy: Twin.Existence(ask));
        else
            e.Record.Add(Verdict.Fail, Requirement, format, $"{format.MediaType()} is advertised, but {what} is answered {reply.Status} with {reply.Excerpt(60)}", $"200 with {format.Extension()}", $"{reply.Status}", reply, blockedBy: cause);
    }
}
