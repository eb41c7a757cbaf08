using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules;

/// <summary>The same question in the other format: tells a format that is not served from a resource that is not there.</summary>
static class Twin
{
    /// <summary>The question in the other format.</summary>
    public static Ask Of(Ask ask)
    {
        var (own, other) = ask.Format == DataFormat.Json ? (DataFormat.Json, DataFormat.Xml) : (DataFormat.Xml, DataFormat.Json);
        return ask with { Format = other, Path = ask.Path[..^own.Extension().Length] + other.Extension() };
    }

    /// <summary>Whether an answer gives data in the format asked for, by status and beginning.</summary>
    public static bool Gives(Reply reply) =>
        reply.Succeeded && Sniff.Of(reply.Answer!.Body.Span) == (reply.Ask.Format == DataFormat.Json ? Sniffed.Json : Sniffed.Xml);

    /// <summary>Whether a resource that one format gives is refused in another (the server's errors and keys are other matters).</summary>
    public static bool Refuses(Reply reply) => reply.Arrived && reply.Status is >= 300 and < 500 and not (401 or 403 or 429);

    /// <summary>
    /// For a plain read that is refused: the requirement that its format be served (GR2-HTTP-002 or 003), when the other format
    /// gives the resource; null when neither does.
    /// </summary>
    public static async Task<string?> CauseAsync(Examination e, Ask ask)
    {
        if (ask.Format == DataFormat.Xml && !e.Survey.JsonJudged && e.Survey.Primary == DataFormat.Xml)
            return null;
        var twin = await e.AskAsync(Of(ask)).ConfigureAwait(false);
        return !Gives(twin) ? null : ask.Format == DataFormat.Xml ? "GR2-HTTP-002" : "GR2-HTTP-003";
    }

    /// <summary>
    /// As <see cref="CauseAsync"/>, for a read with arguments: only where the same resource without any is refused in this format, too.
    /// A filter that is refused in one format alone is a defect of the filter.
    /// </summary>
    public static async Task<string?> FormatCauseAsync(Examination e, Ask ask)
    {
        if (ask.Format is not { } format || ask.Purpose != Purpose.Read || ask.Resource is ResourceKind.Discovery or ResourceKind.Unknown)
            return null;
        var plain = ask.Resource == ResourceKind.Requests ? Ask.Requests(format) : ask with { Query = [], Occasion = 0, Headers = [], Jurisdiction = null };
        return Refuses(await e.AskAsync(plain).ConfigureAwait(false)) ? await CauseAsync(e, plain).ConfigureAwait(false) : null;
    }

    /// <summary>The requirement that the resource be there at all.</summary>
    public static string Existence(Ask ask) => ask.Resource switch
    {
        ResourceKind.Services => "GR2-SVC-001",
        ResourceKind.Definition => "GR2-SVC-011",
        ResourceKind.Requests => "GR2-REQS-001",
        _ => "GR2-REQ-001",
    };
}
