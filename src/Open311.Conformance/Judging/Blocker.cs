using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Protocol;

namespace Open311.Conformance.Judging;

/// <summary>Why an answer cannot be used to judge what was asked about, and the requirement that is charged for it, if one is.</summary>
/// <param name="Requirement">The violated requirement; null where nobody is to blame (network, rate limit).</param>
/// <param name="Reason">One clause for a sentence: "the server answered 500".</param>
public sealed record Blocker(string? Requirement, string Reason)
{
    /// <summary>What keeps the answer from being judged at all, whatever its status was meant to be; null when nothing does.</summary>
    public static Blocker? Of(Reply reply)
    {
        return reply.Exchange.Outcome switch
        {
            ExchangeOutcome.Answered when reply.Status == 429 => new(null, $"{What(reply)} was answered 429 (too many requests)"),
            ExchangeOutcome.Answered when reply.Status is 502 or 503 or 504 && !Repeated(reply) => new(null, $"{What(reply)} was answered {reply.Status} by the infrastructure"),
            ExchangeOutcome.Answered when reply.Status >= 500 => new("GR2-HTTP-011", $"{What(reply)} was answered {reply.Status}"),
            ExchangeOutcome.Answered when reply.Inquiry.RedirectProblem is { } problem => new("GR2-HTTP-001", problem),
            ExchangeOutcome.Answered when LedElsewhere(reply) => new("GR2-HTTP-001", $"{What(reply)} is redirected to {reply.Exchange.Request.Url.OriginalString}, which is {reply.ForeignBody}"),
            ExchangeOutcome.Answered => null,
            ExchangeOutcome.Broken or ExchangeOutcome.NoAnswer =>
                new("GR2-HTTP-015", $"{What(reply)} did not arrive whole: {reply.Exchange.Problem}"),
            ExchangeOutcome.NotRecorded => new(null, $"{What(reply)}: {reply.Exchange.Problem ?? "it is not in the recording"}"),
            _ => new(null, $"{What(reply)} was not answered: {reply.Exchange.Problem?.TrimEnd('.')}"),
        };
    }

    /// <summary>What keeps the document from being read; null when a tree is there.</summary>
    public static Blocker? OfDocument(Reply reply)
    {
        if (Of(reply) is { } blocker)
            return blocker;
        if (reply.Document is not null)
            return null;
        var first = reply.Reading?.Defects is [var defect, ..] ? defect.Message : "there is no document in it";
        return new(Syntax(reply), $"{Where.Of(reply)} cannot be read as {reply.Ask.Format}: {first}");
    }

    /// <summary>Whether redirects ended at a page that is not the resource, such as a login: nothing about the resource can be told from it.</summary>
    public static bool LedElsewhere(Reply reply) =>
        reply is { Succeeded: true, Inquiry.Hops.Count: > 0, Ask.Resource: not (ResourceKind.Discovery or ResourceKind.Unknown), ForeignBody: not null }
        && reply.Exchange.Request.Url.AbsolutePath != reply.Inquiry.Attempts[0].Request.Url.AbsolutePath;

    /// <summary>The requirement that a body be readable in its format.</summary>
    public static string Syntax(Reply reply) => (reply.Ask.Resource, reply.Ask.Format) switch
    {
        (ResourceKind.Discovery, DataFormat.Xml) => "SD-FMT-001",
        (ResourceKind.Discovery, _) => "SD-FMT-004",
        (_, DataFormat.Xml) => "GR2-XML-001",
        _ => "GR2-JSON-001",
    };

    static string What(Reply reply) => $"{reply.Exchange.Request.Method} {Where.Of(reply)}";

    static bool Repeated(Reply reply) => reply.Inquiry.Attempts.Count(a => a.Answer?.Status >= 500) > 1;
}
