using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Services;

sealed class PlainServicesDemandNothing : IRule
{
    const string Requirement = "GR2-SVC-015";

    public string Name => "plain-services-demand-nothing";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var code in Definitions.NotDue(examination, Requirement))
        {
            var reply = await examination.AskAsync(Ask.Definition(code, examination.Reading).For(Purpose.Free)).ConfigureAwait(false);
            if (!examination.Answered(reply, Requirement))
                continue;
            var demanded = reply.Succeeded ? Definitions.Attributes(examination, reply)?.FirstOrDefault(Definitions.IsDemanded) : null;
            if (demanded is not null)
                examination.Violated(Requirement, $"{code} has metadata=false, but its definition demands the attribute {demanded.Value("code")}.", "no required attribute", $"{demanded.Value("code")}: required", reply, demanded);
            else
                examination.Pass(Requirement, $"{code}, which has metadata=false, demands no attribute.", reply);
        }
    }
}
