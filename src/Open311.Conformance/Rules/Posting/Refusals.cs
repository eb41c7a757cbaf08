using Open311.Conformance.Cases;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>
/// Judges whether a wrong report was refused as it must be. Being refused proves nothing where the plainest correct report is refused just the same.
/// </summary>
static class Refusals
{
    public static bool Judge(Examination e, Posted posted, Expectation expectation) =>
        Judge(e, posted, expectation.Requirement, expectation.Statuses, expectation.Wanted);

    public static bool Judge(Examination e, Posted posted, string requirement, IReadOnlyDictionary<int, Verdict> statuses, string wanted)
    {
        var reply = posted.Reply;
        var told = $"The report with {Tried.Words(posted.Draft)}";
        if (Acceptance.Unanswered(posted) is { } reason)
        {
            e.Inconclusive(requirement, $"Could not be exercised: {reason}.", reply: reply);
            return false;
        }

        var known = statuses.TryGetValue(reply.Status, out var verdict);
        var isRefusal = known || reply.Status is >= 400 and < 500;
        if (isRefusal && !posted.Accepted && e.Posts.Reference is { Accepted: false } reference && reference.Posted.Reply.Status == reply.Status)
        {
            e.Inconclusive(requirement, $"Could not be exercised: {reference.Trouble}.", reference.BlockedBy, reply);
            return false;
        }

        if (known && verdict == Verdict.Pass)
            e.Pass(requirement, $"{told} is answered {reply.Status}.", reply);
        else if (known)
            e.Record.Add(verdict, requirement, e.Format, $"{told} is answered {reply.Status}; {wanted} is expected.", wanted, $"{reply.Status} {reply.Excerpt()}", reply);
        else
            e.Violated(requirement, $"{told} is {(posted.Accepted ? "accepted: it is " : "")}answered {reply.Status}, expected {wanted}.", wanted, $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: reply.Status >= 500 ? "GR2-HTTP-011" : null);
        return known && verdict is Verdict.Pass or Verdict.Info;
    }
}
