using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>A jurisdiction_id that the endpoint announces is accepted by all methods.</summary>
sealed class AcceptsItsJurisdiction : IRule
{
    public string Name => "accepts-its-jurisdiction";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if (e.Target.Jurisdictions is not [var jurisdiction, ..])
        {
            e.NotApplicable(e.Requirement, "No jurisdiction_id is configured.");
            return;
        }

        foreach (var (ask, requirement) in Reads.All(e))
        {
            var reply = await e.AskAsync(ask).ConfigureAwait(false);
            if (!e.Answered(reply, e.Requirement))
                continue;
            if (reply.Succeeded)
                e.Pass(e.Requirement, $"{Where.Of(reply)} accepts jurisdiction_id={jurisdiction}.", reply);
            else if (Reads.NamesJurisdiction(reply) || (await e.AskAsync(ask with { Jurisdiction = "" }).ConfigureAwait(false)).Succeeded)
                e.Violated(e.Requirement, $"{Where.Of(reply)} with jurisdiction_id={jurisdiction} is answered {reply.Status}.", "200", $"{reply.Status} {reply.Excerpt()}", reply);
            else
                e.Inconclusive(e.Requirement, $"{Where.Of(reply)} is answered {reply.Status}, with and without jurisdiction_id.", reply.Status is 401 or 403 ? "GR2-KEY-001" : requirement, reply);
        }
    }
}
