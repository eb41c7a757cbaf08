using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Jurisdictions;

/// <summary>A read of each method that takes a jurisdiction_id.</summary>
static class Methods
{
    /// <summary>The reads, each with something that exists in the first jurisdiction.</summary>
    public static IReadOnlyList<Ask> All(Examination e)
    {
        var asks = new List<Ask> { Ask.Services(e.Reading), Ask.Requests(e.Reading) };
        if (e.Survey.DefinedCodes is [var code, ..])
            asks.Add(Ask.Definition(code, e.Reading));
        if (e.Survey.Known is [{ Id: { } id }, ..])
            asks.Add(Ask.Request(id, e.Reading));
        return asks;
    }

    /// <summary>Whether the operator declares several jurisdictions; if not, the requirement does not apply.</summary>
    public static bool Apply(Examination e, string requirement)
    {
        if (!e.Target.HasSeveralJurisdictions)
            e.NotApplicable(requirement, "The operator does not declare several jurisdictions (--multi-jurisdiction).");
        return e.Target.HasSeveralJurisdictions;
    }
}
