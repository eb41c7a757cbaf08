using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed class EndpointIsListed : IRule
{
    const string Requirement = "SD-CON-004";

    public string Name => "endpoint-is-listed";

    public Task JudgeAsync(Examination examination)
    {
        var entries = DiscoveryDocument.Endpoints(examination, Requirement);
        if (entries.Count == 0)
            return Task.CompletedTask;
        var facts = examination.Survey.Discovery;
        var reply = facts.Xml;
        var listed = string.Join(", ", entries.Select(e => e.Url ?? "(no url)"));
        if (facts.Own is not null)
            examination.Pass(Requirement, "The endpoint under test is listed.", reply);
        else if (facts.Given)
            examination.Violated(Requirement, $"The endpoint under test, {examination.Target.Endpoint.OriginalString}, is not listed in the discovery document.", examination.Target.Endpoint.OriginalString, listed, reply, blockedBy: entries.All(ListedEndpoint.IsBase) ? null : "SD-EP-003");
        else
            examination.NotApplicable(Requirement, $"The discovery document found beside the endpoint lists {listed}, not the endpoint under test; it may be another system's.");
        return Task.CompletedTask;
    }
}
