using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed class DiscoveryUrlEndsInDiscovery : IRule
{
    const string Requirement = "SD-URL-002";
    const string Expected = "a path that ends in /discovery.xml or /discovery.json";

    public string Name => "discovery-url-ends-in-discovery";

    public async Task JudgeAsync(Examination examination)
    {
        Blocker? blocked = null;
        foreach (var reply in DiscoveryDocument.Replies(examination))
        {
            if (DiscoveryDocument.In(examination, reply, out var blocker) is null)
            {
                blocked ??= blocker;
                continue;
            }

            var final = reply.Exchange.Request.Url;
            if (NamedPlace.EndsAsRequired(final))
                examination.Pass(Requirement, "The discovery URL ends in discovery and a format extension.", reply);
            else
                examination.Warn(Requirement, $"{Where.Of(reply)} redirects to {final.OriginalString}, which serves the document.", Expected, final.AbsolutePath, reply);
        }

        if (examination.Record.Has(Requirement, null))
            return;
        if (await NamedPlace.FindAsync(examination).ConfigureAwait(false) is { } elsewhere)
            examination.Violated(Requirement, $"The discovery document is at {elsewhere.Exchange.Request.Url.OriginalString}.", Expected, elsewhere.Exchange.Request.Url.AbsolutePath, elsewhere);
        else
            DiscoveryDocument.NotThere(examination, Requirement, examination.Survey.Discovery.Given && blocked?.Requirement == "SD-URL-003" ? blocked with { Requirement = "SD-URL-001" } : blocked);
    }
}
