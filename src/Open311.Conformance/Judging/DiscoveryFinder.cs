using Open311.Conformance.Asking;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Judging;

/// <summary>Finds the discovery documents: where the operator says, or beside the endpoint and above it up to the host root.</summary>
sealed class DiscoveryFinder(Conversation conversation, ShapeBook shapes, List<string> asked, CancellationToken cancellation)
{
    static readonly UriCreationOptions exact = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public async Task<DiscoveryFacts> FindAsync()
    {
        var target = conversation.Target;
        var bases = target.Discovery is { } given ? [BaseOf(given)] : Neighbours(target.Endpoint).ToList();
        var tried = new List<string>();
        DiscoveryFacts? unreadable = null;
        foreach (var place in bases)
        {
            conversation.DiscoveryBase = place;
            var xml = await AskAsync(Ask.Discovery(DataFormat.Xml)).ConfigureAwait(false);
            var json = await AskAsync(Ask.Discovery(DataFormat.Json)).ConfigureAwait(false);
            var facts = new DiscoveryFacts { Base = place, Given = target.Discovery is not null, Xml = xml, Json = json, Tried = tried };
            var entries = Entries(xml) ?? Entries(json);
            if (entries is not null)
                return facts with { Endpoints = entries, Own = entries.FirstOrDefault(e => SameUrl(e.Url, target.Endpoint)) };
            if (target.Discovery is not null || Attempted(xml) || Attempted(json))
                unreadable ??= facts;
            tried.Add(place.OriginalString);
        }

        conversation.DiscoveryBase = unreadable?.Base;
        return unreadable ?? new DiscoveryFacts { Tried = tried };
    }

    /// <summary>Whether two endpoint URLs are the same but for default port, trailing slash and letter case of the host.</summary>
    internal static bool SameUrl(string? listed, Uri endpoint) =>
        Uri.TryCreate(listed?.Trim(), UriKind.Absolute, out var url)
        && url.Scheme == endpoint.Scheme
        && url.Port == endpoint.Port
        && url.Host.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase)
        && url.AbsolutePath.TrimEnd('/') == endpoint.AbsolutePath.TrimEnd('/');

    // A page with 200 that mentions discovery is the document, however broken: better judged than overlooked.
    static bool Attempted(Reply reply) =>
        reply.Succeeded && reply.Answer!.Body.Span.IndexOf("key_service"u8) >= 0;

    static Uri BaseOf(Uri given)
    {
        var text = given.OriginalString;
        var path = text.Split('?')[0];
        foreach (var ending in (string[])["/discovery.xml", "/discovery.json", "/discovery"])
        {
            if (path.EndsWith(ending, StringComparison.Ordinal))
                return new Uri(path[..^ending.Length] + text[path.Length..], exact);
        }

        return new Uri(text.TrimEnd('/'), exact);
    }

    static IEnumerable<Uri> Neighbours(Uri endpoint)
    {
        var root = endpoint.GetLeftPart(UriPartial.Authority);
        var path = endpoint.AbsolutePath.TrimEnd('/');
        while (true)
        {
            yield return new Uri(root + path, exact);
            if (path.Length == 0)
                yield break;
            path = path[..path.LastIndexOf('/')];
        }
    }

    async Task<Reply> AskAsync(Ask ask)
    {
        var reply = await conversation.AskAsync(ask, "survey", cancellation).ConfigureAwait(false);
        asked.AddRange(reply.Inquiry.All.Select(e => e.Request.Key));
        return reply;
    }

    List<EndpointEntry>? Entries(Reply reply)
    {
        if (!reply.Succeeded || shapes.Read(reply) is not { Recognised: true, Items: [var root, ..] })
            return null;
        var endpoints = shapes.Of(ResourceKind.Discovery)!.Fields.First(f => f.Name == "endpoints");
        var formats = endpoints.Fields.First(f => f.Name == "formats");
        var format = reply.Ask.Format!.Value;
        return [.. ShapeReader.ReadList(root, endpoints, format).Items.Select(node => new EndpointEntry(
            node,
            node.Value("specification"),
            node.Value("url"),
            node.Value("type"),
            [.. ShapeReader.ReadList(node, formats, format).Items.Select(TextOf)]))];
    }

    static string TextOf(Node node) => node.Text;
}
