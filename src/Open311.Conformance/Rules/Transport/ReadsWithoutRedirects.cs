using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Wire;

namespace Open311.Conformance.Rules.Transport;

sealed class ReadsWithoutRedirects : IAnswersRule
{
    const string Direct = "GR2-HTTP-009";
    const string Paths = "GR2-HTTP-001";

    public string Name => "reads-without-redirects";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies.Where(r => r.Ask is { Purpose: Purpose.Read, Method: "GET", Resource: not (ResourceKind.Discovery or ResourceKind.Unknown) }))
            One(examination, reply);
        Bodies.CloseEmpty(examination, Direct);
    }

    static void One(Examination e, Reply reply)
    {
        var urls = reply.Inquiry.All.Select(x => x.Request.Url).ToList();
        var hops = urls.Zip(urls.Skip(1)).Where(h => h.First.OriginalString != h.Second.OriginalString).ToList();
        if (reply.Inquiry.RedirectProblem is { } problem)
        {
            Lost(e, reply, problem);
            return;
        }

        if (hops.Count > 0 && (Twin.Refuses(reply) || (reply.Succeeded && reply.ForeignBody is not null)))
            Lost(e, reply, $"The redirects of {Where.Of(reply)} end at {urls[^1].OriginalString}, which is answered {reply.Status} with {reply.ForeignBody ?? "a refusal"}.");
        var telling = hops.Where(h => !IsUpgrade(h.First, h.Second)).ToList();
        foreach (var (from, to) in telling)
            e.Violated(Direct, $"{Where.Of(reply)} is redirected to {to.OriginalString}{(from.PathAndQuery == to.PathAndQuery ? "" : ", another path or query")}.", "an answer without redirects", to.OriginalString, reply);
        if (telling.Count == 0 && reply.Arrived)
            e.Pass(Direct, hops.Count == 0 ? "Reads answer without redirects." : "Reads are redirected from http to https only.", reply);
    }

    static void Lost(Examination e, Reply reply, string message) =>
        e.Record.Add(Verdict.Fail, Paths, reply.Ask.Format, message, "the resource at its path", $"{reply.Status}", reply);

    static bool IsUpgrade(Uri from, Uri to) =>
        from.Scheme == Uri.UriSchemeHttp
        && to.Scheme == Uri.UriSchemeHttps
        && from.Host.Equals(to.Host, StringComparison.OrdinalIgnoreCase)
        && from.PathAndQuery == to.PathAndQuery;
}
