using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Transport;

sealed class ReadsNeedNoKey : IRule
{
    const string Requirement = "GR2-KEY-001";

    public string Name => "reads-need-no-key";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var ask in Resources.Of(examination, examination.Reading))
        {
            // Where the run reads with a key, the refusal without one is no data to be looked at.
            var anonymous = ask with { Anonymous = true, Purpose = examination.Conversation.KeyOnReads ? Purpose.Open : Purpose.Read };
            var reply = await examination.AskAsync(anonymous).ConfigureAwait(false);
            if (!examination.Answered(reply, Requirement))
                continue;
            if (reply.Status is 401 or 403)
                examination.Violated(Requirement, $"{ask.Path} is refused without an api_key ({reply.Status}).", "200", $"{reply.Status} {reply.Excerpt()}", reply);
            else if (reply.Succeeded)
                examination.Pass(Requirement, $"{ask.Path} is given without an api_key.", reply);
            else
                examination.Inconclusive(Requirement, $"{ask.Path} is answered {reply.Status}, whatever the reason.", Twin.Existence(ask), reply);
        }
    }
}
