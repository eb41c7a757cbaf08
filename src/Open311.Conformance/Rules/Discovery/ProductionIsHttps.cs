using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Discovery;

sealed class ProductionIsHttps : IRule
{
    const string Requirement = "SD-EP-010";

    public string Name => "production-is-https";

    public Task JudgeAsync(Examination examination)
    {
        var production = DiscoveryDocument.Endpoints(examination, Requirement).Where(e => e.Type?.ToLowerInvariant() == "production").ToList();
        foreach (var entry in production)
        {
            // What is no URL is charged to SD-EP-003.
            if (!Uri.TryCreate(entry.Url, UriKind.Absolute, out var url))
                continue;
            if (url.Scheme == Uri.UriSchemeHttps)
                examination.Pass(Requirement, $"{entry.Url} is an https URL.");
            else if (url.IsLoopback)
                examination.Inform(Requirement, $"The production endpoint {entry.Url} is not an https URL; it is a loopback address, which nobody offers to others.", "https", url.Scheme, node: entry.Node);
            else
                examination.Violated(Requirement, $"The production endpoint {entry.Url} is not an https URL.", "https", url.Scheme, node: entry.Node);
        }

        if (!examination.Record.Has(Requirement, null))
            examination.NotApplicable(Requirement, "No production endpoint is listed.");
        return Task.CompletedTask;
    }
}
