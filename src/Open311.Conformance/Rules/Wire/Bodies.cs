using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Wire;

/// <summary>Which answers the rules on encoding, labels and syntax look at.</summary>
static class Bodies
{
    /// <summary>Answers of the endpoint in a format of the specification, with a body. Errors of infrastructure are exempt.</summary>
    public static IEnumerable<Reply> Of(IEnumerable<Reply> replies) => replies.Where(IsJudged);

    /// <summary>Whether it is a refusal.</summary>
    public static bool IsError(Reply reply) => reply.Status >= 400;

    /// <summary>Whether it is a read of the endpoint that was answered with success and nothing else, 204 apart.</summary>
    public static bool IsEmptySuccess(Reply reply) =>
        reply.Ask is { Format: not null, Purpose: Purpose.Read, Method: "GET", Resource: not (ResourceKind.Discovery or ResourceKind.Unknown) }
        && reply is { Succeeded: true, Status: not (204 or 205), Answer.Body.IsEmpty: true, Inquiry.RedirectProblem: null };

    /// <summary>Takes down one answer's result, for errors under GR2-ERR-013, too, where that is asked.</summary>
    public static void Decide(Examination e, string requirement, Reply reply, bool holds, string message, string expected, string actual, bool alsoForErrors)
    {
        if (holds)
            e.Pass(requirement, message, reply);
        else
            e.Violated(requirement, message, expected, actual, reply, blockedBy: IsError(reply) && reply.ForeignBody is not null ? "GR2-ERR-007" : null);
        if (!alsoForErrors || !IsError(reply))
            return;
        if (holds)
            e.Pass("GR2-ERR-013", "Error documents meet the encoding rules.", reply);
        else
            e.Violated("GR2-ERR-013", message, expected, actual, reply, blockedBy: requirement);
    }

    /// <summary>Inconclusive when no answer could be looked at.</summary>
    public static void CloseEmpty(Examination e, params string[] requirements) => CloseEmpty(e, "no answer in this format arrived", requirements);

    /// <summary>Inconclusive, with a reason of its own, when nothing could be looked at.</summary>
    public static void CloseEmpty(Examination e, string otherwise, IEnumerable<string> requirements)
    {
        foreach (var requirement in requirements.Where(r => !e.Record.Has(r, e.Format)))
            e.Inconclusive(requirement, $"Could not be exercised: {otherwise}.");
    }

    static bool IsJudged(Reply reply) =>
        reply.Ask is { Format: not null, Purpose: not Purpose.Free, Method: "GET" or "POST", Resource: not (ResourceKind.Discovery or ResourceKind.Unknown) }
        && reply is { Arrived: true, Status: >= 200 and < 300 or >= 400 and < 500 and not 429, Inquiry.RedirectProblem: null }
        && !reply.Answer!.Body.IsEmpty
        && !Blocker.LedElsewhere(reply);
}
