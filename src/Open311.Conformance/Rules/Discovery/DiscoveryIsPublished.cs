using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed class DiscoveryIsPublished : IRule
{
    const string Requirement = "SD-URL-001";

    public string Name => "discovery-is-published";

    public async Task JudgeAsync(Examination examination)
    {
        var facts = examination.Survey.Discovery;
        Blocker? excuse = null;
        foreach (var reply in DiscoveryDocument.Replies(examination))
        {
            if (DiscoveryDocument.In(examination, reply, out var blocker) is not null)
            {
                if (facts.Given)
                    examination.Pass(Requirement, "The discovery document is where the operator says.", reply);
                else
                    examination.Inform(Requirement, $"A discovery document was found by looking beside the endpoint, at {reply.Exchange.Request.Url.OriginalString}.", "a URL named by the operator", "found by guessing", reply);
                return;
            }

            // Absent is what this is about; a document that is there but broken, or not to be had today, is charged elsewhere.
            if (blocker!.Requirement != "SD-URL-003")
                excuse ??= blocker;
        }

        if (await NamedPlace.FindAsync(examination).ConfigureAwait(false) is { } elsewhere)
            examination.Pass(Requirement, "A discovery document is at the URL that the operator names.", elsewhere);
        else if (excuse is not null || !facts.Given)
            DiscoveryDocument.NotThere(examination, Requirement, excuse);
        else
            examination.Violated(Requirement, $"No discovery document is at {facts.Base?.OriginalString}, where the operator says it is.", "200 with a discovery document", Said(facts), facts.Xml);
    }

    static string Said(DiscoveryFacts facts) => $"discovery.xml: {facts.Xml?.Status}, discovery.json: {facts.Json?.Status}";
}
