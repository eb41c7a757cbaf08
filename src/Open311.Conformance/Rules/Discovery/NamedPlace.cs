using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;
using Open311.Conformance.Shapes;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

/// <summary>The very URL that the operator named, where it does not end as discovery URLs do.</summary>
static class NamedPlace
{
    /// <summary>Whether the path of a URL ends in the segment discovery with a format extension.</summary>
    public static bool EndsAsRequired(Uri url)
    {
        var path = url.OriginalString.Split('?', '#')[0];
        return path.EndsWith("/discovery.xml", StringComparison.Ordinal) || path.EndsWith("/discovery.json", StringComparison.Ordinal);
    }

    /// <summary>A discovery document at the named URL itself; null when the URL needs no asking or holds none.</summary>
    public static async Task<Reply?> FindAsync(Examination e)
    {
        if (e.Target.Discovery is not { } named || EndsAsRequired(named) || named.AbsolutePath == "/")
            return null;
        foreach (var format in (DataFormat[])[DataFormat.Xml, DataFormat.Json])
        {
            var ask = Ask.Discovery(format) with { Path = named.AbsolutePath, Purpose = Purpose.Free };
            var reply = await e.AskAsync(ask, ProbeUrl.Exact(named.OriginalString)).ConfigureAwait(false);
            if (reply is { Succeeded: true, ForeignBody: null, Document: { } document } && ShapeReader.Read(document, e.Shapes["discovery"]).Recognised)
                return reply;
        }

        return null;
    }
}
