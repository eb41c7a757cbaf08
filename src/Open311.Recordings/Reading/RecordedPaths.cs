using Open311.Protocol;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Recordings.Reading;

/// <summary>Where the resources of a recorded city lie.</summary>
public sealed class RecordedPaths
{
    /// <summary>Finds them.</summary>
    /// <param name="recording">The recording.</param>
    public RecordedPaths(Recording recording)
    {
        var source = recording.Info.Source.TrimEnd('/');
        var slash = source.IndexOf('/', source.IndexOf("://", StringComparison.Ordinal) + 3);
        Origin = slash < 0 ? source : source[..slash];
        Endpoint = slash < 0 ? "" : source[slash..];
        var discovery = recording.Cassette.Takes.FirstOrDefault(t => t.Status == 200 && t.Url.StartsWith(Origin, StringComparison.OrdinalIgnoreCase) && IsDiscovery(t));
        var parent = Endpoint.LastIndexOf('/');
        Discovery = discovery is null ? (parent < 0 ? "" : Endpoint[..parent]) : Path(discovery.Url)[..Path(discovery.Url).LastIndexOf('/')];
    }

    /// <summary>Scheme, host and port.</summary>
    public string Origin { get; }

    /// <summary>The path of the endpoint, empty when it is the root.</summary>
    public string Endpoint { get; }

    /// <summary>The folder of the discovery documents.</summary>
    public string Discovery { get; }

    /// <summary>Whether a discovery document was asked for.</summary>
    /// <param name="take">The call.</param>
    public static bool IsDiscovery(Take take) => LastSegment(Path0(take.Url)).StartsWith("discovery.", StringComparison.OrdinalIgnoreCase);

    /// <summary>The segments below the endpoint without the extension of the last, and the format that it names; null for anything else.</summary>
    /// <param name="take">The call.</param>
    public (string[] Segments, DataFormat Format)? Resource(Take take)
    {
        var path = Path(take.Url);
        if (!take.Url.StartsWith(Origin, StringComparison.OrdinalIgnoreCase) || !path.StartsWith(Endpoint + "/", StringComparison.Ordinal))
            return null;
        var below = path[(Endpoint.Length + 1)..];
        var dot = below.LastIndexOf('.');
        var format = dot < 0 ? null : below[(dot + 1)..].ToLowerInvariant() switch { "xml" => DataFormat.Xml, "json" => DataFormat.Json, _ => (DataFormat?)null };
        return format is { } known ? ([.. below[..dot].Split('/').Select(Uri.UnescapeDataString)], known) : null;
    }

    string Path(string url) => url.Length < Origin.Length ? "/" : url[Origin.Length..].Split('?')[0] is { Length: > 0 } path ? path : "/";

    static string Path0(string url) => url.Split('?')[0];

    static string LastSegment(string path) => path[(path.LastIndexOf('/') + 1)..];
}
