using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Consistency;

sealed class RequestNamesAreListed : IRule
{
    const string Requirement = "GR2-CON-008";

    public string Name => "request-names-are-listed";

    public async Task JudgeAsync(Examination examination)
    {
        if (await ListedRequests.ReadAsync(examination, Requirement).ConfigureAwait(false) is not { } listed)
            return;
        var names = listed.Services.Where(s => s is { Code: not null, Name: not null }).ToLookup(s => Values.Bare(s.Code!), s => s.Name!);
        var named = listed.Requests.Items
            .Where(i => i.ServiceCode is not null && i.Node.Value("service_name") is not null && names.Contains(Values.Bare(i.ServiceCode)))
            .ToList();
        var other = named.Where(i => !names[Values.Bare(i.ServiceCode!)].Contains(i.Node.Value("service_name")!)).ToList();
        var reply = listed.Requests.Reply;
        if (named.Count == 0)
            examination.Inconclusive(Requirement, "Could not be exercised: no request names a service that is listed.", reply: reply);
        else if (other is [var first, ..])
            examination.Violated(Requirement, $"{other.Count} of {named.Count} requests name their service otherwise than the list of services does; it may have been renamed.", names[Values.Bare(first.ServiceCode!)].First(), first.Node.Value("service_name"), reply, first.Node.Child("service_name"));
        else
            examination.Pass(Requirement, $"All {named.Count} requests name their service as the list of services does.", reply, named.Count);
    }
}
