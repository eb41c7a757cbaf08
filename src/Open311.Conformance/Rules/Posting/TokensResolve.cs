using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A token gives one request, repeats itself, becomes an id, and stays so; the id is that of the report.</summary>
sealed class TokensResolve : IRule
{
    const string Exists = "GR2-TOK-001";
    const string GivesId = "GR2-TOK-002";
    const string Repeats = "GR2-TOK-003";
    const string Leads = "GR2-TOK-007";
    const string Stays = "GR2-TOK-008";

    public string Name => "tokens-resolve";

    public async Task JudgeAsync(Examination e)
    {
        foreach (var posted in e.Posts.Log.Where(p => p.Counts && p.Token is not null && e.Posts.Services.TypeOf(p.ServiceCode) is not "blackbox"))
        {
            var trail = await TokenTrail.FollowAsync(e, posted, e.Reading).ConfigureAwait(false);
            JudgeExistence(e, posted, trail);
            JudgeId(e, posted, trail);
            JudgeRepetition(e, posted, trail);
            if (trail.Id is { } id)
                await JudgeAfterwardsAsync(e, posted, id).ConfigureAwait(false);
        }

        foreach (var requirement in e.Case.Requirements.Where(r => !e.Record.Has(r, e.Format)))
        {
            if (e.Posts.Services.Batch is null)
                e.NotApplicable(requirement, e.Posts.Services.Restricted ? "No service of type batch is among those that --service-code allows." : "No service of type batch is listed.");
            else if (e.Record.HasViolation(GivesId, e.Format))
                e.Inconclusive(requirement, "Could not be exercised: no token became an id.", GivesId);
            else
                ReadBack.Close(e, requirement, e.Posts.Log.Any(p => p.Token is not null) ? "no token became an id" : "no token was issued", "GR2-POST-005");
        }
    }

    static void JudgeExistence(Examination e, Posted posted, TokenTrail trail)
    {
        var answered = trail.Asked.LastOrDefault(r => r.Succeeded);
        if (answered is null)
        {
            if (Blocker.Of(trail.Last) is { Requirement: null } nobody)
                e.Inconclusive(Exists, $"Could not be exercised: {nobody.Reason}.", reply: trail.Last);
            else
                e.Violated(Exists, $"The token {posted.Token} is still answered {trail.Last.Status} after {e.Target.Writes.PollTimeout.TotalSeconds:0.#} s.", "200 with one request", $"{trail.Last.Status} {trail.Last.Excerpt()}", trail.Last, blockedBy: Blocker.Of(trail.Last)?.Requirement ?? Undue(e, posted));
            return;
        }

        if (answered.Document is null)
        {
            e.Violated(Exists, $"The answer for the token cannot be read as {answered.Ask.Format}: {answered.Excerpt()}", "service_requests with one request", answered.Excerpt(), answered, blockedBy: Blocker.OfDocument(answered)?.Requirement);
            return;
        }

        var shaped = e.Shapes.Read(answered)!;
        if (shaped.Deviations is [var deviation, ..])
            e.Violated(Exists, deviation.Message, deviation.Expected, deviation.Actual, answered, deviation.Node, deviation.Requirement);
        else if (shaped.Items.Count != 1)
            e.Violated(Exists, $"The answer for the token {posted.Token} holds {shaped.Items.Count} requests.", "one request", $"{shaped.Items.Count}", answered);
        else if (trail.Asked[0].Status == 404)
            e.Inform(Exists, "The token was answered 404 while it was pending.", reply: trail.Asked[0]);
        else
            e.Pass(Exists, "A token gives one request.", answered);
    }

    // A token that should not have been given at all leads nowhere.
    static string? Undue(Examination e, Posted posted) =>
        posted.Id is not null ? "GR2-POST-007" : e.Posts.Services.TypeOf(posted.ServiceCode) is "realtime" ? "GR2-POST-004" : null;

    static void JudgeId(Examination e, Posted posted, TokenTrail trail)
    {
        if (trail.Id is not null)
            e.Pass(GivesId, "A token gives its id in the end.", trail.Last);
        else if (!trail.Last.Succeeded)
            e.Inconclusive(GivesId, $"Could not be exercised: the token is answered {trail.Last.Status}.", Exists, trail.Last);
        else if (e.Target.Writes.Moderated)
            e.Inconclusive(GivesId, "Could not be exercised: the operator says that reports stay hidden until somebody approves them.", reply: trail.Last);
        else
            e.Record.Add(
                e.Target.Writes.PollTimeoutGiven ? Verdict.Fail : Verdict.Warn,
                GivesId,
                e.Format,
                $"The token {posted.Token} has no service_request_id after {e.Target.Writes.PollTimeout.TotalSeconds:0.#} s. If it takes longer, say how long by --poll-timeout.",
                "a service_request_id",
                trail.Last.Excerpt(),
                trail.Last);
    }

    static void JudgeRepetition(Examination e, Posted posted, TokenTrail trail)
    {
        foreach (var reply in trail.Asked.Where(r => r.Succeeded))
        {
            if (TokenTrail.Item(e, reply) is not { } item)
                continue;
            var back = item.Node.Value("token");
            if (SameId.Instance.Equals(back, posted.Token))
                e.Pass(Repeats, "The answer repeats the token.", reply);
            else
                e.Violated(Repeats, $"The answer for the token {posted.Token} {(back is null ? "has no token" : $"has the token {back}")}.", posted.Token, back ?? "no token", reply, item.Node.Child("token") ?? item.Node);
        }
    }

    static async Task JudgeAfterwardsAsync(Examination e, Posted posted, string id)
    {
        var again = await e.AskAsync(Ask.Token(posted.Token!, e.Reading).Again(999)).ConfigureAwait(false);
        var second = TokenTrail.Item(e, again)?.Id;

        // Right after the POST the batch report asked, too: an id given then is one that an app keeps.
        if (posted.Draft.Name == BatchReport.Own && posted.Draft.Format == e.Reading
            && await e.AskAsync(Ask.Token(posted.Token!, e.Reading)).ConfigureAwait(false) is var first && TokenTrail.Item(e, first)?.Id is { } early && !SameId.Instance.Equals(early, id))
            e.Violated(Stays, $"The token {posted.Token} gave the id {early} at first, and gives {id} now.", early, id, first);
        if (SameId.Instance.Equals(second, id))
            e.Pass(Stays, "A resolved token keeps its id.", again);
        else if (e.Answered(again, Stays))
            e.Violated(Stays, $"A resolved token is answered {again.Status}{(second is null ? " without an id" : $" with the id {second}")} when asked again.", id, second ?? $"{again.Status}", again);

        var seen = await ReadBack.ByIdAsync(e, id, e.Reading).ConfigureAwait(false);
        if (seen.Item is null)
        {
            if (e.Target.Writes.Moderated)
                e.Inconclusive(Leads, "Could not be exercised: the operator says that reports stay hidden until somebody approves them.", reply: seen.Reply);
            else
                e.Violated(Leads, $"The id {id} of the token {posted.Token} cannot be read: {(seen.Reply is { } reply ? $"{Where.Of(reply)} is answered {reply.Status}" : "nothing was answered")}.", "200 with the request", seen.Reply is { } last ? $"{last.Status} {last.Excerpt()}" : null, seen.Reply, blockedBy: seen.Reply is { } blocked ? Blocker.Of(blocked)?.Requirement : null);
            return;
        }

        // With the mark of the report it is that report, wherever it was put.
        var isOurs = seen.Item.Node.Value("description")?.Contains(posted.Nonce, StringComparison.Ordinal) == true;
        PostedKeepsItsSubject.Judge(e, Leads, posted, seen, isOurs ? PostedKeepsItsSubject.Requirement : null);
        // A description that is not published says nothing about which request this is.
        if (seen.Item.Node.Value("description") is not null)
            PostedKeepsItsTexts.JudgeDescription(e, Leads, posted, seen);
    }
}
