using Open311.Conformance.Asking;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Judging;

/// <summary>What discovery says, as far as it could be found and read.</summary>
public sealed record DiscoveryFacts
{
    /// <summary>Where the documents are: <c>{Base}/discovery.xml</c>; null when none was found.</summary>
    public Uri? Base { get; init; }

    /// <summary>Whether the operator named it; otherwise it was found by looking in the obvious places.</summary>
    public bool Given { get; init; }

    /// <summary>The XML document's reply, where one was asked for.</summary>
    public Reply? Xml { get; init; }

    /// <summary>The JSON document's reply, where one was asked for.</summary>
    public Reply? Json { get; init; }

    /// <summary>The endpoint entries that could be read, from XML if possible.</summary>
    public IReadOnlyList<EndpointEntry> Endpoints { get; init; } = [];

    /// <summary>The entry of the endpoint under test; null when it is not listed.</summary>
    public EndpointEntry? Own { get; init; }

    /// <summary>Places that were tried in vain.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];
}

/// <summary>One endpoint of a discovery document.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Specification">The token, or null.</param>
/// <param name="Url">The URL as written, or null.</param>
/// <param name="Type">production or test as written, or null.</param>
/// <param name="Formats">The media types as written.</param>
public sealed record EndpointEntry(Node Node, string? Specification, string? Url, string? Type, IReadOnlyList<string> Formats)
{
    /// <summary>The token of GeoReport v2.</summary>
    public const string GeoReportV2 = "http://wiki.open311.org/GeoReport_v2";

    /// <summary>Whether the entry claims GeoReport v2 by the exact token.</summary>
    public bool ClaimsGeoReportV2 => Specification == GeoReportV2;

    /// <summary>Whether it claims GeoReport v2 by the token or a tolerated spelling of it.</summary>
    public bool MeansGeoReportV2 =>
        Specification is { } s && s.Replace("https://", "http://", StringComparison.OrdinalIgnoreCase).TrimEnd('/').Equals(GeoReportV2, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token differs from that of GeoReport v2 only as the register tolerates: https, or a slash at its end.</summary>
    public bool NearlyClaimsGeoReportV2 =>
        Specification is { } s && s.Replace("https://", "http://", StringComparison.Ordinal).TrimEnd('/') == GeoReportV2;

    /// <summary>Whether JSON is among the formats, in an accepted spelling.</summary>
    public bool OffersJson => Formats.Any(f => BareType(f) is "application/json" or "text/json" or "json");

    /// <summary>Whether XML is among the formats, in an accepted spelling.</summary>
    public bool OffersXml => Formats.Any(f => BareType(f) is "text/xml" or "application/xml" or "xml");

    /// <summary>A media type without parameters, in lower case.</summary>
    public static string BareType(string format) => format.Split(';')[0].Trim().ToLowerInvariant();
}
