using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Every listed id resolves as single resource: a seeded sample, larger in XML, where all servers must be able to answer.</summary>
sealed class ListedRequestsResolve : IRule
{
    public const int OddIds = 5;

    public string Name => "listed-requests-resolve";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var chosen = e.Reading == DataFormat.Xml ? Sample.WithOddIds(e, 10, OddIds) : Sample.Of(e, 5);
        if (chosen.Count == 0)
        {
            Sample.None(e).Record(e, e.Requirement);
            return;
        }

        foreach (var item in chosen)
        {
            var reply = await SingleRequest.ReadAsync(e, item.Id!).ConfigureAwait(false);
            if (!e.Answered(reply, e.Requirement))
                continue;
            if (reply.Succeeded)
                e.Pass(e.Requirement, "Listed ids resolve as single resources.", reply);
            else if (reply.Status is not (404 or 410))
                e.Inconclusive(e.Requirement, $"{Where.Of(reply)} is answered {reply.Status}.", reply.Status is 401 or 403 ? "GR2-KEY-001" : SingleRequest.Requirement, reply);
            else if (!await Sample.IsStillListedAsync(e, item.Id!).ConfigureAwait(false))
                e.Inconclusive(e.Requirement, $"The request {item.Id} was listed at first and is not any more.", reply: reply);
            else
                e.Violated(e.Requirement, $"The request {item.Id} is listed, but {Where.Of(reply)} is answered {reply.Status}.", "200", $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: (await SingleRequest.TryAsync(e).ConfigureAwait(false)).IsBroken ? SingleRequest.Requirement : null);
        }
    }
}
