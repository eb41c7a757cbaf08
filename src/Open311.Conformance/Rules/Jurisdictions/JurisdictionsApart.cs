using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Jurisdictions;

/// <summary>
/// Requests of one jurisdiction are not answered for another. Ids need to be unique within a jurisdiction only, so that equal ids count
/// where the contents are equal, too.
/// </summary>
sealed class JurisdictionsApart : IRule
{
    const string Requirement = "GR2-JUR-009";
    const int Sampled = 3;

    static readonly string[] telling = ["service_code", "requested_datetime", "description", "address", "lat", "long"];

    public string Name => "jurisdictions-apart";

    public async Task JudgeAsync(Examination e)
    {
        if (!Methods.Apply(e, Requirement))
            return;
        if (e.Target.Jurisdictions is not [var first, var second, ..])
        {
            e.Skipped(Requirement, "Needs two jurisdiction ids of the endpoint; give both by --jurisdiction.");
            return;
        }

        if (await ListAsync(e, first).ConfigureAwait(false) is not { } mine || await ListAsync(e, second).ConfigureAwait(false) is not { } theirs)
            return;
        CompareLists(e, (first, mine), (second, theirs));
        await CrossAsync(e, second, mine).ConfigureAwait(false);
        await CrossAsync(e, first, theirs).ConfigureAwait(false);
        await JudgeServicesAsync(e, first, second, theirs).ConfigureAwait(false);
        if (!e.Record.Has(Requirement, e.Format))
            e.Inconclusive(Requirement, "Could not be exercised: neither jurisdiction lists a request.");
    }

    static Task<RequestList?> ListAsync(Examination e, string jurisdiction) =>
        e.ListAsync(Requirement, Ask.Requests(e.Reading) with { Jurisdiction = jurisdiction });

    static void CompareLists(Examination e, (string Id, RequestList List) one, (string Id, RequestList List) other)
    {
        var byId = other.List.Items.Where(i => i.Id is not null).GroupBy(i => i.Id!).ToDictionary(g => g.Key, g => g.First());
        var shared = one.List.Items.Where(i => i.Id is not null && byId.TryGetValue(i.Id, out var twin) && IsSame(i.Node, twin.Node)).ToList();
        if (shared.Count > 0)
            e.Violated(Requirement, $"{shared.Count} requests, {shared[0].Id} among them, are listed for {one.Id} and for {other.Id}.", "no request in two jurisdictions", $"{shared.Count}", one.List.Reply, shared[0].Node);
        else if (one.List.Items.Count > 0 && other.List.Items.Count > 0)
            e.Pass(Requirement, $"No request is listed for {one.Id} and for {other.Id}.", one.List.Reply);
    }

    static async Task CrossAsync(Examination e, string foreign, RequestList list)
    {
        foreach (var item in list.Items.Where(i => i.Id is not null).Take(Sampled))
        {
            var reply = await e.AskAsync(Ask.Request(item.Id!, e.Reading) with { Jurisdiction = foreign, Purpose = Purpose.Open }).ConfigureAwait(false);
            if (!e.Answered(reply, Requirement))
                continue;
            var answered = reply.Document is null ? null : e.Shapes.Read(reply)?.Items.FirstOrDefault();
            if (reply.Succeeded && answered is not null && IsSame(item.Node, answered))
                e.Violated(Requirement, $"The request {item.Id} of another jurisdiction is answered for {foreign}.", "404", "200 with the request", reply, answered);
            else if (reply.Succeeded && answered is null)
                e.Violated(Requirement, $"The request {item.Id} of another jurisdiction is answered {reply.Status} for {foreign}.", "404", $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: "GR2-REQ-005");
            else if (reply.Status == 404 || reply.Succeeded)
                e.Pass(Requirement, $"A request of another jurisdiction is not answered for {foreign}.", reply);
            else
                e.Violated(Requirement, $"The request {item.Id} of another jurisdiction is answered {reply.Status} for {foreign}.", "404", $"{reply.Status}", reply);
        }
    }

    // The services of the second jurisdiction: those of its requests, and definitions of its own only.
    static async Task JudgeServicesAsync(Examination e, string first, string second, RequestList theirs)
    {
        var (mine, other) = (await CodesAsync(e, first).ConfigureAwait(false), await CodesAsync(e, second).ConfigureAwait(false));
        if (mine is null || other is null)
            return;
        foreach (var stranger in theirs.Items.Where(i => i.ServiceCode is { } code && !other.ContainsKey(code) && mine.ContainsKey(code)).Take(1))
            e.Violated(Requirement, $"The request {stranger.Id} of {second} is for {stranger.ServiceCode}, which only {first} lists.", "a service of its own jurisdiction", stranger.ServiceCode, theirs.Reply, stranger.Node);
        foreach (var code in mine.Where(s => s.Value && !other.ContainsKey(s.Key)).Select(s => s.Key).Take(1))
        {
            var reply = await e.AskAsync(Ask.Definition(code, e.Reading) with { Jurisdiction = second, Purpose = Purpose.Open }).ConfigureAwait(false);
            if (reply.Succeeded)
                e.Record.Add(Verdict.Warn, Requirement, e.Format, $"The definition of {code}, which only {first} lists, is answered for {second}.", "404", $"{reply.Status}", reply);
            else if (reply.Status == 404)
                e.Pass(Requirement, $"The definition of a service that only {first} lists is 404 for {second}.", reply);
        }
    }

    static async Task<Dictionary<string, bool>?> CodesAsync(Examination e, string jurisdiction)
    {
        var reply = await e.AskAsync(Ask.Services(e.Reading) with { Jurisdiction = jurisdiction }).ConfigureAwait(false);
        return reply.Succeeded && reply.Document is not null && e.Shapes.Read(reply) is { Recognised: true } shaped
            ? shaped.Items.Select(n => new ServiceItem(n)).Where(s => s.Code is not null).DistinctBy(s => s.Code).ToDictionary(s => s.Code!, s => s.Metadata == true)
            : null;
    }

    static bool IsSame(Node one, Node other) =>
        one.Value("service_request_id") == other.Value("service_request_id")
        && telling.All(field => one.Value(field) is not { } value || other.Value(field) is not { } twin || value == twin)
        && telling.Any(field => one.Value(field) is not null && one.Value(field) == other.Value(field));
}
