using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>The reads that every endpoint offers, with the requirement that is charged when one does not work at all.</summary>
static class Reads
{
    /// <summary>Services, the definition of a service that has one, a list of requests, a single request; what is not known is left out.</summary>
    public static IEnumerable<(Ask Ask, string Requirement)> All(Examination e)
    {
        yield return (Ask.Services(e.Reading), "GR2-SVC-001");
        if (e.Survey.DefinedCodes is [var code, ..])
            yield return (Ask.Definition(code, e.Reading), "GR2-DEF-001");
        yield return (Ask.Requests(e.Reading, Ground.Arguments(e) ?? []), "GR2-REQS-001");
        if (Sample.One(e)?.Id is { } id)
            yield return (Ask.Request(id, e.Reading), SingleRequest.Requirement);
    }

    /// <summary>Whether a refusal says that the jurisdiction is at fault. "service_code or jurisdiction_id not found" leaves it open.</summary>
    public static bool NamesJurisdiction(Reply reply)
    {
        var text = Wording.Of(reply);
        return text.Contains("jurisdiction", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("service_code", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("service_request_id", StringComparison.OrdinalIgnoreCase);
    }
}
