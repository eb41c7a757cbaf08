using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Transport;

sealed class UnofferedJsonIsRefused : IRule
{
    const string Requirement = "GR2-HTTP-005";

    public string Name => "unoffered-json-is-refused";

    public async Task JudgeAsync(Examination examination)
    {
        if (examination.Survey.JsonJudged)
        {
            examination.NotApplicable(Requirement, "JSON is offered.");
            return;
        }

        var reply = await examination.AskAsync(Ask.Services(DataFormat.Json).For(Purpose.Free)).ConfigureAwait(false);
        if (!examination.Answered(reply, Requirement))
            return;
        if (reply.Status is >= 400 and < 500)
            examination.Pass(Requirement, $"services.json, which is not offered, is refused with {reply.Status}.", reply);
        else if (Twin.Gives(reply))
            examination.Inform(Requirement, "services.json is served, though JSON is not advertised (see SD-CON-003).", "4xx", "200 with JSON", reply);
        else
            examination.Violated(Requirement, $"services.json, which is not offered, is answered {reply.Status} with {reply.ForeignBody ?? "something else"}.", "404, 400, 406 or 415", $"{reply.Status} {reply.Excerpt()}", reply);
    }
}
