using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Services;

sealed class PlainServiceHasNoDefinition : IRule
{
    const string Requirement = "GR2-SVC-012";
    const string Expected = "404, or a definition without attributes";

    public string Name => "plain-service-has-no-definition";

    public async Task JudgeAsync(Examination examination)
    {
        if (Definitions.NotDue(examination, Requirement) is not [var code, ..])
            return;
        var reply = await examination.AskAsync(Ask.Definition(code, examination.Reading).For(Purpose.Free)).ConfigureAwait(false);
        if (!examination.Answered(reply, Requirement))
            return;
        if (reply.Status == 404)
            examination.Pass(Requirement, $"The definition of {code}, which has metadata=false, is answered 404.", reply);
        else if (!reply.Succeeded)
            examination.Inform(Requirement, $"The definition of {code}, which has metadata=false, is answered {reply.Status}.", Expected, $"{reply.Status}", reply);
        else if (reply.Answer!.Body.Span.Trim((byte)' ').IsEmpty || Definitions.Attributes(examination, reply) is { Count: 0 })
            examination.Pass(Requirement, $"The definition of {code}, which has metadata=false, is empty.", reply);
        else if (Definitions.Attributes(examination, reply) is { } attributes)
            examination.Inform(Requirement, $"The definition of {code} has {attributes.Count} attributes, which contradicts its metadata=false.", Expected, $"{attributes.Count} attributes", reply, attributes[0]);
        else
            examination.Inform(Requirement, $"The definition of {code}, which has metadata=false, is answered {reply.Status} with something else.", Expected, reply.Excerpt(), reply);
    }
}
