using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

sealed class DiscoveryForPeople : IRule
{
    const string Requirement = "SD-URL-006";

    public string Name => "discovery-for-people";

    public async Task JudgeAsync(Examination examination)
    {
        if (DiscoveryDocument.Any(examination, Requirement) is null)
            return;
        var html = new Ask { Resource = ResourceKind.Discovery, Path = "discovery.html", Purpose = Purpose.Free, Headers = [new HeaderField("Accept", "text/html")] };
        var page = await examination.AskAsync(html).ConfigureAwait(false);
        var root = await examination.AskAsync(html with { Path = "" }, examination.Target.Endpoint).ConfigureAwait(false);
        var found = new List<string>();
        if (IsPage(page))
            found.Add("discovery.html");
        if (IsPage(root))
            found.Add("a page at the endpoint's root");
        if (DiscoveryDocument.Received(examination, DataFormat.Xml)?.Document is { HasStylesheet: true })
            found.Add("a stylesheet for discovery.xml");
        if (found.Count > 0)
            examination.Pass(Requirement, $"People are offered {string.Join(", ", found)}.", IsPage(page) ? page : root);
        else
            examination.Inform(Requirement, "Discovery is offered to programs only: there is no discovery.html, no page at the endpoint's root and no stylesheet.", "a page for people", "none", page);
    }

    static bool IsPage(Reply reply) => reply.Succeeded && Sniff.Of(reply.Answer!.Body.Span) == Sniffed.Html;
}
