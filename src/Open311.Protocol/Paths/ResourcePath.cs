using System.Text;

namespace Open311.Protocol.Paths;

/// <summary>
/// A resource below an endpoint: <c>services.xml</c>, <c>services/033.xml</c>, <c>requests/638344.json</c>.
/// </summary>
/// <param name="Collection">The method, such as <c>services</c>.</param>
/// <param name="Identifier">The service_code, service_request_id or token, decoded; null for the list itself.</param>
/// <param name="Extension">What follows the last dot, such as <c>xml</c>; null for none.</param>
public sealed record ResourcePath(string Collection, string? Identifier, string? Extension)
{
    const string Unreserved = "-._~";

    /// <summary>Reads a path as received, percent-encoded and without a query, below the endpoint: <c>/services/033.xml</c>.</summary>
    /// <remarks>
    /// The path is split at its slashes and at the last dot before it is decoded, so that an identifier may contain an encoded
    /// slash, and any dot. An extension that names no format may be part of an identifier: see <see cref="WithoutExtension"/>.
    /// </remarks>
    /// <param name="path">The path; a slash at its beginning is ignored.</param>
    /// <param name="value">The resource.</param>
    /// <returns>False for more than two segments, an empty segment, a broken escape, or bytes that are not UTF-8.</returns>
    public static bool TryParse(string path, out ResourcePath value)
    {
        value = new ResourcePath("", null, null);
        var segments = path.TrimStart('/').Split('/');
        if (segments.Length > 2 || segments.Contains(""))
            return false;

        var last = segments[^1];
        var dot = last.LastIndexOf('.');
        var stem = dot < 0 ? last : last[..dot];
        if (stem.Length == 0 || !TryDecode(stem, out var name) || !TryDecode(dot < 0 ? "" : last[(dot + 1)..], out var extension))
            return false;

        if (segments.Length == 1)
        {
            value = new ResourcePath(name, null, dot < 0 ? null : extension);
            return true;
        }

        if (!TryDecode(segments[0], out var collection))
            return false;

        value = new ResourcePath(collection, name, dot < 0 ? null : extension);
        return true;
    }

    /// <summary>The path of a list: <c>services.xml</c>.</summary>
    public static string Of(string collection, DataFormat format) => $"{Segment(collection)}.{format.Extension()}";

    /// <summary>The path of one item: <c>services/{code}.xml</c>, the identifier percent-encoded.</summary>
    public static string Of(string collection, string identifier, DataFormat format) =>
        $"{Segment(collection)}/{Encode(identifier)}.{format.Extension()}";

    /// <summary>
    /// A text as one whole path segment (RFC 3986, 3.3): everything but letters, digits and <c>-._~</c> is encoded as UTF-8.
    /// The segments <c>.</c> and <c>..</c>, which clients and proxies remove, have their dots encoded, which a few remove all the same.
    /// </summary>
    public static string Segment(string text) => text switch
    {
        "." => "%2E",
        ".." => "%2E%2E",
        _ => Encode(text),
    };

    /// <summary>The same resource, with the extension taken as the end of its identifier or collection: <c>a.b</c> rather than <c>a</c> as <c>b</c>.</summary>
    public ResourcePath WithoutExtension() => Extension is null ? this
        : Identifier is null ? new ResourcePath($"{Collection}.{Extension}", null, null)
        : new ResourcePath(Collection, $"{Identifier}.{Extension}", null);

    static string Encode(string text)
    {
        var encoded = new StringBuilder();
        PercentEncoding.Append(encoded, text, Unreserved);
        return encoded.ToString();
    }

    static bool TryDecode(string segment, out string text)
    {
        text = PercentEncoding.Decode(Encoding.UTF8.GetBytes(segment), plusIsBlank: false, out var brokenEscape, out var isUtf8);
        return brokenEscape < 0 && isUtf8;
    }
}
