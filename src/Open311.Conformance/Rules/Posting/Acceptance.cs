using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Judges whether a correct report was accepted, beside the plainest one: what befalls both is not the fault of what was tried.</summary>
static class Acceptance
{
    const string FollowsExtension = "GR2-POST-029";

    public static bool Judge(Examination e, Posted posted, string requirement)
    {
        var reply = posted.Reply;
        var told = $"The report with {Tried.Words(posted.Draft)}";
        if (posted.Accepted && requirement == FollowsExtension && reply.ForeignBody is { } foreign)
        {
            e.Violated(requirement, $"The report posted to {reply.Ask.Path} is answered with {foreign}.", reply.Ask.Format?.ToString(), reply.Excerpt(), reply);
            return false;
        }

        if (posted.Accepted)
        {
            e.Pass(requirement, $"{told} is answered {reply.Status}.", reply);
            return true;
        }

        if (e.Posts.Reference is { Accepted: false } reference)
            e.Inconclusive(requirement, $"Could not be exercised: {reference.Trouble}.", reference.BlockedBy, reply);
        else if (Unanswered(posted) is { } reason)
            e.Inconclusive(requirement, $"Could not be exercised: {reason}.", reply: reply);
        else if (Business.Reason(posted) is { } business)
            e.Inconclusive(requirement, $"Could not be exercised: the report was refused for a reason of the city: {business}", reply: reply);
        else if (Simpler(requirement) is var (name, charged) && e.Posts.Of(name).ToList() is { Count: > 0 } simpler && !simpler.Any(p => p.Accepted))
            e.Inconclusive(requirement, $"Could not be exercised: the report with {Tried.Words(simpler[0].Draft)} is answered {simpler[0].Reply.Status}, too.", charged, reply);
        else
            e.Violated(requirement, $"{told} is answered {reply.Status}, although the plainest report is accepted.", "200 with the id of the request", $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: Cause(posted));
        return false;
    }

    /// <summary>Where a report adds something to another that is no plain one either: the name of that one, and the requirement that it be accepted.</summary>
    static (string Name, string Requirement)? Simpler(string requirement) => requirement switch
    {
        "GR2-OPT-003" => ("post-with-address-only", "GR2-POST-011"),
        "GR2-POST-021" or "GR2-POST-034" => ("required-attributes", "GR2-POST-020"),
        _ => null,
    };

    /// <summary>Why the answer says nothing of the report: it did not arrive, or came from infrastructure; null when it does.</summary>
    public static string? Unanswered(Posted posted) => posted.Reply.Status switch
    {
        429 or 502 or 503 or 504 => $"the POST was answered {posted.Reply.Status}",
        _ when posted.Reply.Exchange.Outcome != ExchangeOutcome.Answered => $"the POST was not answered: {posted.Reply.Exchange.Problem}",
        _ => null,
    };

    /// <summary>The requirement that a server error or a redirect violates.</summary>
    public static string? Cause(Posted posted) => posted.Reply.Status switch
    {
        >= 500 => "GR2-HTTP-011",
        >= 300 and < 400 => "GR2-POST-002",
        _ => null,
    };
}
