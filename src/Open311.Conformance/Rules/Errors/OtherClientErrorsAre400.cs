using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Errors;

sealed class OtherClientErrorsAre400 : IAnswersRule
{
    const string Requirement = "GR2-ERR-010";

    public string Name => "other-client-errors-are-400";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies.Where(r => IsProbe(r.Ask) && Blocker.Of(r) is null && r.Status is >= 400 and < 500))
            One(examination, reply);
        if (!examination.Record.Has(Requirement, examination.Format))
            examination.Inconclusive(Requirement, "Could not be exercised: no probe was refused for anything but a missing resource.");
    }

    // Unknown things and missing rights have statuses of their own; whether 404 is one of them here is for the item to say.
    static void One(Examination e, Reply reply)
    {
        switch (reply.Status)
        {
            case 400:
                e.Pass(Requirement, "A call that cannot be fulfilled is answered 400.", reply);
                break;
            case 401 or 403 or 404 or 410:
                break;
            case 409 or 412 or 422:
                e.Warn(Requirement, $"{Where.Of(reply)} is refused with {reply.Status}.", "400", $"{reply.Status}", reply);
                break;
            case 405 or 406 or 413 or 414 or 415 or 431:
                e.Inform(Requirement, $"{Where.Of(reply)} is refused with {reply.Status}, as HTTP defines it.", "400", $"{reply.Status}", reply);
                break;
            default:
                e.Violated(Requirement, $"{Where.Of(reply)} is refused with {reply.Status}.", "400", $"{reply.Status} {reply.Excerpt()}", reply);
                break;
        }
    }

    static bool IsProbe(Ask ask) =>
        ask is { Method: "GET", Format: not null, Purpose: Purpose.Refusal or Purpose.Open, Resource: ResourceKind.Requests or ResourceKind.Services or ResourceKind.Definition or ResourceKind.Request };
}
