using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Jurisdictions;

/// <summary>Where there are several jurisdictions, an unknown one is answered 404.</summary>
sealed class JurisdictionUnknown : IRule
{
    const string Requirement = "GR2-JUR-007";

    public string Name => "jurisdiction-unknown";

    public async Task JudgeAsync(Examination e)
    {
        if (!Methods.Apply(e, Requirement))
            return;
        foreach (var ask in Methods.All(e))
        {
            var reply = await e.AskAsync(ask with { Jurisdiction = $"{e.Survey.Nonce}.invalid", Purpose = Purpose.Refusal }).ConfigureAwait(false);
            if (!e.Answered(reply, Requirement))
                continue;
            if (reply.Status == 404)
                e.Pass(Requirement, $"{Where.Of(reply)} for an unknown jurisdiction_id is answered 404.", reply);
            else
                e.Violated(Requirement, $"{Where.Of(reply)} for an unknown jurisdiction_id is answered {reply.Status}.", "404", $"{reply.Status} {reply.Excerpt()}", reply);
        }
    }
}
