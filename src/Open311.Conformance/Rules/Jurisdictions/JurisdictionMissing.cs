using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Jurisdictions;

/// <summary>Where there are several jurisdictions, a read that names none is refused. A default jurisdiction is tolerated, a mixture is not.</summary>
sealed class JurisdictionMissing : IRule
{
    const string Requirement = "GR2-JUR-005";

    public string Name => "jurisdiction-missing";

    public async Task JudgeAsync(Examination e)
    {
        if (!Methods.Apply(e, Requirement))
            return;
        foreach (var ask in Methods.All(e))
        {
            var reply = await e.AskAsync(ask with { Jurisdiction = "", Purpose = Purpose.Refusal }).ConfigureAwait(false);
            if (!e.Answered(reply, Requirement))
                continue;
            if (reply.Status == 400)
                e.Pass(Requirement, $"{Where.Of(reply)} without jurisdiction_id is answered 400.", reply);
            else if (reply.Status == 200 && await DefaultAsync(e, ask, reply).ConfigureAwait(false) is { } id)
                e.Warn(Requirement, $"{Where.Of(reply)} without jurisdiction_id is answered as for {id}.", "400", "200", reply);
            else
                e.Violated(Requirement, $"{Where.Of(reply)} without jurisdiction_id is answered {reply.Status}.", "400", $"{reply.Status} {reply.Excerpt()}", reply);
        }
    }

    /// <summary>The jurisdiction whose answer it is; null when it is that of none, such as one over all of them.</summary>
    static async Task<string?> DefaultAsync(Examination e, Ask ask, Reply reply)
    {
        if (Items(e, reply) is not { Count: > 0 } items)
            return null;
        foreach (var id in e.Target.Jurisdictions)
        {
            var own = await e.AskAsync(ask with { Jurisdiction = id }).ConfigureAwait(false);
            if (own.Succeeded && Items(e, own) is { } theirs && items.ToHashSet().SetEquals(theirs))
                return id;
        }

        return null;
    }

    static List<string>? Items(Examination e, Reply reply) => reply.Document is null || e.Shapes.Read(reply) is not { Recognised: true } shaped
        ? null
        : [.. shaped.Items.Select(i => i.Value("service_request_id") ?? i.Value("service_code") ?? "")];
}
