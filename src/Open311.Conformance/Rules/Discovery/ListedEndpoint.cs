using System.Net;
using System.Net.Sockets;
using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes.Values;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

/// <summary>An endpoint that discovery lists for GeoReport v2, and how it is asked.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="IsOwn">Whether it is the endpoint under test.</param>
sealed record ListedEndpoint(EndpointEntry Entry, bool IsOwn)
{
    /// <summary>How many endpoints other than the one under test are asked: a list from a stranger must not decide how much is sent where.</summary>
    public const int MostOthers = 3;

    /// <summary>The endpoints to ask: the one under test first, then a few others.</summary>
    public static IReadOnlyList<ListedEndpoint> Of(Examination e, IEnumerable<EndpointEntry> entries)
    {
        var all = entries.Where(x => x.Url is not null)
            .DistinctBy(x => x.Url!.TrimEnd('/'))
            .Select(x => new ListedEndpoint(x, DiscoveryFinder.SameUrl(x.Url, e.Target.Endpoint)))
            .ToList();
        return [.. all.Where(l => l.IsOwn).Take(1), .. all.Where(l => !l.IsOwn).Take(MostOthers)];
    }

    /// <summary>Asks it; null when its URL cannot be used or leads into a private network that the operator did not name.</summary>
    public async Task<Reply?> AskAsync(Examination e, Ask ask)
    {
        if (IsOwn)
            return await e.AskAsync(ask).ConfigureAwait(false);
        if (!ProbeUrl.TryExact($"{Entry.Url!.TrimEnd('/')}/{ask.Path}{Jurisdiction(e)}", out var url) || IsPrivate(url, e.Target.Endpoint))
            return null;
        return await e.AskAsync(ask with { Elsewhere = true, Purpose = Purpose.Free }, url).ConfigureAwait(false);
    }

    /// <summary>Whether an entry's URL can be what resources are appended to (SD-EP-003).</summary>
    public static bool IsBase(EndpointEntry entry) =>
        Uri.TryCreate(entry.Url, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.Fragment.Length == 0
        && !UrlCheck.NamesAResource(url);

    /// <summary>A well-formed list of services in an answer of this endpoint.</summary>
    public static bool IsServiceList(Examination e, Reply reply) =>
        reply.Succeeded && Blocker.OfDocument(reply) is null && e.Shapes.Read(reply) is { Recognised: true };

    /// <summary>Whether the answer is of the kind asked for, by its beginning.</summary>
    public static bool IsOfKind(Reply reply) =>
        Sniff.Of(reply.Answer!.Body.Span) == (reply.Ask.Format == DataFormat.Xml ? Sniffed.Xml : Sniffed.Json);

    static string Jurisdiction(Examination e) =>
        e.Target.Jurisdictions is [var id, ..] && id.Length > 0 ? $"?jurisdiction_id={Uri.EscapeDataString(id)}" : "";

    static bool IsPrivate(Uri url, Uri endpoint)
    {
        if (url.Host.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase))
            return false;
        if (url.IsLoopback || url.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(url.Host.Trim('[', ']'), out var address))
            return false;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || IPAddress.IsLoopback(address)
            : address.GetAddressBytes() is [10 or 127 or 0, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [169, 254, ..];
    }
}
