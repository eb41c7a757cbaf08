using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Consistency;

sealed class RequestCodesAreListed : IRule
{
    const string Requirement = "GR2-CON-007";

    public string Name => "request-codes-are-listed";

    public async Task JudgeAsync(Examination examination)
    {
        if (await ListedRequests.ReadAsync(examination, Requirement).ConfigureAwait(false) is not { } listed)
            return;
        // Lost zeros are told where identifiers are compared.
        var codes = listed.Services.Select(s => s.Code).OfType<string>().Select(Values.Bare).ToHashSet(StringComparer.Ordinal);
        var coded = listed.Requests.Items.Where(i => i.ServiceCode is not null).ToList();
        var unknown = coded.Where(i => !codes.Contains(Values.Bare(i.ServiceCode!))).ToList();
        var reply = listed.Requests.Reply;
        if (coded.Count == 0)
            examination.Inconclusive(Requirement, "Could not be exercised: no request names a service_code.", "GR2-REQS-006", reply);
        else if (unknown is [var first, ..])
            examination.Violated(Requirement, $"{unknown.Count} of {coded.Count} requests have a service_code that is not in the list of services, such as {first.ServiceCode}; their services may be retired or internal.", "codes of listed services", first.ServiceCode, reply, first.Node.Child("service_code"));
        else
            examination.Pass(Requirement, $"The service codes of all {coded.Count} requests are in the list of services.", reply, coded.Count);
    }
}
