using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Reports to a batch service, and asks for the token at once.</summary>
sealed class BatchReport : IRule
{
    const string Accepts = "GR2-POST-005";
    const string Pending = "GR2-TOK-004";
    const string Repeats = "GR2-TOK-003";

    /// <summary>The name of its reports.</summary>
    public const string Own = "batch-report";

    public string Name => Own;

    public async Task JudgeAsync(Examination e)
    {
        var draft = new Draft { Name = Name, Format = e.Reading, Service = ServiceWanted.Batch };
        if (await e.Posts.PostAsync(e, draft).ConfigureAwait(false) is not { } posted || !Acceptance.Judge(e, posted, Accepts))
        {
            foreach (var requirement in (string[])[Pending, Repeats])
            {
                if (!e.Record.Has(requirement, e.Format))
                    e.Inconclusive(requirement, "Could not be exercised: no report to a batch service was accepted.", Accepts);
            }

            return;
        }

        if (posted.Token is null)
        {
            e.Inconclusive(Pending, "Could not be exercised: no token was issued.", Accepts, posted.Reply);
            return;
        }

        var reply = await e.AskAsync(Ask.Token(posted.Token, e.Reading)).ConfigureAwait(false);
        if (TokenTrail.Item(e, reply) is { } item && !SameId.Instance.Equals(item.Node.Value("token"), posted.Token))
            e.Violated(Repeats, $"The answer for the token {posted.Token}, just issued, {(item.Node.Value("token") is { } other ? $"has the token {other}" : "has no token")}.", posted.Token, item.Node.Value("token") ?? "no token", reply, item.Node.Child("token") ?? item.Node);
        if (Acceptance.Unanswered(posted with { Reply = reply }) is { } reason)
            e.Inconclusive(Pending, $"Could not be exercised: {reason}.", reply: reply);
        else if (reply.Status == 404)
            e.Inform(Pending, "A token just issued is answered 404.", "200 with the token and no id", "404", reply);
        else if (reply.Status == 200 && e.Shapes.Read(reply) is { Recognised: true, Items.Count: not 1 and var count })
            e.Violated(Pending, $"A token just issued is answered with {(count == 0 ? "an empty list" : $"{count} requests")}.", "one request with the token and no id", reply.Excerpt(), reply);
        else if (reply.Status == 200)
            e.Pass(Pending, TokenTrail.Item(e, reply)?.Id is null ? "A pending token is answered 200 without an id." : "A token just issued is answered 200, at once with its id.", reply);
        else
            e.Violated(Pending, $"A token just issued is answered {reply.Status}.", "200 with the token and no id", $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: reply.Status >= 500 ? "GR2-HTTP-011" : null);
    }
}
