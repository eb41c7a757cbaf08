using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>One question, answered in XML and in JSON.</summary>
/// <param name="Xml">The XML answer.</param>
/// <param name="Json">The JSON answer.</param>
/// <param name="Comparison">How they compare.</param>
sealed record FormatPair(Reply Xml, Reply Json, Comparison Comparison)
{
    /// <summary>Asks in both formats and compares; null (and inconclusive) when one of the answers cannot be compared.</summary>
    /// <param name="e">The case at work.</param>
    /// <param name="requirement">What is decided.</param>
    /// <param name="ask">The question, in XML.</param>
    public static async Task<FormatPair?> AskAsync(Examination e, string requirement, Ask ask)
    {
        var xml = await e.AskAsync(ask).ConfigureAwait(false);
        var json = await e.AskAsync(Twin.Of(ask)).ConfigureAwait(false);
        return Usable(e, requirement, xml, json) && Usable(e, requirement, json, xml) && Compare(e, requirement, xml, json) is { } comparison
            ? new(xml, json, comparison)
            : null;
    }

    /// <summary>Whether the two XML answers say the same.</summary>
    public static bool SameContent(Examination e, Reply one, Reply other) =>
        one.Document is { } first && other.Document is { } second && Comparison.Of(e.Shapes.Of(one.Ask.Resource)!, first, second) is { Differences.Count: 0 };

    static Comparison? Compare(Examination e, string requirement, Reply xml, Reply json)
    {
        var comparison = Comparison.Of(e.Shapes.Of(xml.Ask.Resource)!, xml.Document!, json.Document!);
        if (comparison is null)
            e.Inconclusive(requirement, $"Could not be exercised: {Where.Of(xml)} or {Where.Of(json)} is no document of its resource.", e.Shapes.Read(xml) is { Recognised: true } ? "GR2-JSON-002" : "GR2-XML-002", json);
        return comparison;
    }

    static bool Usable(Examination e, string requirement, Reply reply, Reply twin)
    {
        if (!e.Answered(reply, requirement))
            return false;
        if (reply.Succeeded)
            return e.Readable(reply, requirement);
        var cause = reply.Status is 401 or 403 ? "GR2-KEY-001"
            : !Twin.Gives(twin) ? Twin.Existence(reply.Ask)
            : reply.Ask.Format == DataFormat.Xml ? "GR2-HTTP-002"
            : "GR2-HTTP-003";
        e.Inconclusive(requirement, $"Could not be exercised: {Where.Of(reply)} is answered {reply.Status}.", cause, reply);
        return false;
    }
}
