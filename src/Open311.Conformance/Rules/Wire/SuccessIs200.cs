using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Wire;

sealed class SuccessIs200 : IAnswersRule
{
    const string Requirement = "GR2-HTTP-006";

    public string Name => "success-is-200";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies.Where(r => r.Ask is { Method: "GET", Purpose: not Purpose.Free, Resource: not (ResourceKind.Discovery or ResourceKind.Unknown) } && r.Succeeded))
        {
            if (reply.Status == 200)
                examination.Pass(Requirement, "A successful read is answered 200.", reply);
            else
                examination.Violated(Requirement, $"{Where.Of(reply)} is answered {reply.Status}.", "200", $"{reply.Status}", reply);
        }

        Bodies.CloseEmpty(examination, Requirement);
    }
}
