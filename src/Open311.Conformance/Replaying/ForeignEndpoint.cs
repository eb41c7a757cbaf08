using System.Text.RegularExpressions;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Replaying;

/// <summary>A GeoReport endpoint found in somebody's recording.</summary>
/// <param name="Base">Its URL, without a trailing slash.</param>
/// <param name="Exchanges">How many exchanges with it the recording holds.</param>
public sealed partial record ForeignEndpoint(string Base, int Exchanges)
{
    /// <summary>The endpoints, the most asked first: what stands before <c>/services.xml</c>, <c>/requests.json</c>, <c>/requests/{id}.xml</c> and the like.</summary>
    public static IReadOnlyList<ForeignEndpoint> In(IEnumerable<Exchange> exchanges) =>
    [
        .. exchanges.Select(e => Resource().Match(e.Request.Url.OriginalString))
            .Where(m => m.Success)
            .GroupBy(m => m.Groups["base"].Value, StringComparer.Ordinal)
            .Select(g => new ForeignEndpoint(g.Key, g.Count()))
            .OrderByDescending(e => e.Exchanges)
            .ThenBy(e => e.Base, StringComparer.Ordinal),
    ];

    [GeneratedRegex(@"^(?<base>https?://[^/?#]+(?:/[^/?#]+)*?)/(?:(?:services|requests)(?:/[^/?#]+)?|tokens/[^/?#]+)\.(?:xml|json)(?:\?|\z)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Resource();
}
