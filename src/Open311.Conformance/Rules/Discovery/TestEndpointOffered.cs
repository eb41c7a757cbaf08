using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed class TestEndpointOffered : IRule
{
    const string Requirement = "SD-CON-006";

    public string Name => "test-endpoint-offered";

    public Task JudgeAsync(Examination examination)
    {
        var entries = DiscoveryDocument.Endpoints(examination, Requirement);
        if (entries.FirstOrDefault(e => e.Type?.ToLowerInvariant() == "test") is { } test)
            examination.Pass(Requirement, $"{test.Url} is offered for tests.");
        else if (entries.Count > 0)
            examination.Inform(Requirement, "No endpoint of type test is listed, so writes can be tried on production only.", "an endpoint of type test", "none", examination.Survey.Discovery.Xml);
        return Task.CompletedTask;
    }
}
