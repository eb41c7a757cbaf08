using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A report is there under the id it was given.</summary>
sealed class PostedIsReadable : IRule
{
    const string Requirement = "GR2-CON-009";

    public string Name => "posted-is-readable";

    public async Task JudgeAsync(Examination e)
    {
        foreach (var posted in e.Posts.Log.Where(p => p.Counts && p.Id is not null && e.Posts.Services.TypeOf(p.ServiceCode) is not "blackbox"))
        {
            var seen = await ReadBack.OfAsync(e, posted, e.Reading).ConfigureAwait(false);
            var reply = seen.Reply!;
            if (seen.Item is { } item && ReadBack.IsAnother(e, posted, item))
                e.Violated(Requirement, $"The id {posted.Id} in the answer to a report leads to another request.", posted.Field("description"), item.Node.Value("description"), reply, item.Node);
            else if (seen.Item is not null)
                e.Pass(Requirement, "A posted report can be read by its id.", reply);
            else if (e.Target.Writes.Moderated)
                e.Inconclusive(Requirement, "Could not be exercised: the operator says that reports stay hidden until somebody approves them.", reply: reply);
            else if (reply.Succeeded && Blocker.OfDocument(reply) is { } unreadable)
                e.Inconclusive(Requirement, $"Could not be exercised: {unreadable.Reason}.", unreadable.Requirement, reply);
            else if (Blocker.Of(reply) is { Requirement: null } nobody)
                e.Inconclusive(Requirement, $"Could not be exercised: {nobody.Reason}.", reply: reply);
            else
                e.Violated(Requirement, $"The request {posted.Id} of an accepted report cannot be read: {Where.Of(reply)} is answered {reply.Status} after {e.Target.Writes.PollTimeout.TotalSeconds:0.#} s. Where reports are hidden until somebody approves them, say --moderated.", "200 with the request", $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: Blocker.Of(reply)?.Requirement);
        }

        if (!e.Record.Has(Requirement, e.Format))
            await ByTokenAsync(e).ConfigureAwait(false);
        if (!e.Record.Has(Requirement, e.Format))
            ReadBack.Close(e, Requirement, e.Posts.Services.OnlyBlackbox ? ReadBack.NoId : "no report was answered with an id");
    }

    // Where every report gets a token first, the id is the one that the token stands for; what goes wrong on the way is told by the rules on tokens.
    static async Task ByTokenAsync(Examination e)
    {
        foreach (var posted in e.Posts.Log.Where(p => p.Counts && p.Token is not null && e.Posts.Services.TypeOf(p.ServiceCode) is not "blackbox"))
        {
            var seen = await ReadBack.OfAsync(e, posted, e.Reading).ConfigureAwait(false);
            if (seen.Item is { } item && !ReadBack.IsAnother(e, posted, item))
                e.Pass(Requirement, "A posted report can be read by the id that its token stands for.", seen.Reply);
            else if (!e.Target.Writes.Moderated)
                e.Inconclusive(Requirement, $"Could not be exercised: the token {posted.Token} {(seen.Id is null ? "gave no id" : $"gave the id {seen.Id}, which does not lead to the report")}.", seen.Id is null ? "GR2-TOK-002" : "GR2-TOK-007", seen.Reply);
        }
    }
}
