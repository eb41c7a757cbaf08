using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Transport;

/// <summary>One plain read of each resource that a run knows an address of.</summary>
static class Resources
{
    /// <summary>The list of services, a definition that is due, the list of requests, and one request.</summary>
    public static IEnumerable<Ask> Of(Examination e, DataFormat format)
    {
        yield return Ask.Services(format);
        if (e.Survey.DefinedCodes is [var code, ..])
            yield return Ask.Definition(code, format);
        yield return Ask.Requests(format);
        if (e.Survey.Known is [{ Id: { } id }, ..])
            yield return Ask.Request(id, format);
    }
}
