using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

sealed class ServedFormatsAreAdvertised : IRule
{
    const string Requirement = "SD-CON-003";

    public string Name => "served-formats-are-advertised";

    public async Task JudgeAsync(Examination examination)
    {
        var entries = DiscoveryDocument.Endpoints(examination, Requirement);
        if (entries.Count == 0)
            return;
        if (examination.Survey.Discovery.Own is not { } own)
        {
            examination.NotApplicable(Requirement, "Discovery does not list the endpoint under test, so it advertises nothing for it.");
            return;
        }

        if (own.Formats.Count == 0)
        {
            examination.Inconclusive(Requirement, "The entry of the endpoint under test lists no formats at all.", "SD-EP-006");
            return;
        }

        if (own.OffersJson)
        {
            examination.NotApplicable(Requirement, "application/json is advertised.");
            return;
        }

        var reply = await examination.AskAsync(Ask.Services(DataFormat.Json).For(Purpose.Free)).ConfigureAwait(false);
        if (!examination.Answered(reply, Requirement))
            return;
        if (Twin.Gives(reply) && examination.Shapes.Read(reply) is { Recognised: true, Items.Count: > 0 })
            examination.Violated(Requirement, "services.json gives a list of services, though application/json is not advertised.", "application/json among the formats", string.Join(", ", own.Formats), reply);
        else
            examination.Pass(Requirement, $"services.json gives no list of services (it is answered {reply.Status}), and application/json is not advertised.", reply);
    }
}
