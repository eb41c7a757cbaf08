using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>Brings the lines that describe a body into agreement with the new one.</summary>
static partial class BodyHeaders
{
    public static IEnumerable<HeaderLine> For(IEnumerable<HeaderLine> lines, int before, ReadOnlyMemory<byte> after) =>
        lines.Select(line => line with { Value = Value(line, before, after) });

    static string Value(HeaderLine line, int before, ReadOnlyMemory<byte> after) => line.Name.ToLowerInvariant() switch
    {
        // A length that was wrong stays as wrong as it was.
        "content-length" when long.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) =>
            Math.Max(0, length - before + after.Length).ToString(CultureInfo.InvariantCulture),
        "content-md5" => Digest("md5", after),
        "digest" or "content-digest" or "repr-digest" => Named().Replace(line.Value, m => m.Groups["before"].Value + Digest(m.Groups["kind"].Value, after) + m.Groups["after"].Value),
        _ => line.Value,
    };

    static string Digest(string kind, ReadOnlyMemory<byte> body)
    {
        var name = kind.ToUpperInvariant() switch
        {
            "MD5" => HashAlgorithmName.MD5,
            "SHA" => HashAlgorithmName.SHA1,
            "SHA-512" => HashAlgorithmName.SHA512,
            _ => HashAlgorithmName.SHA256,
        };
        return Convert.ToBase64String(CryptographicOperations.HashData(name, body.Span));
    }

    // sha-256=:…: (RFC 9530) and SHA-256=… (RFC 3230).
    [GeneratedRegex("""(?<before>(?<kind>md5|sha|sha-256|sha-512)=:?)[A-Za-z0-9+/]+={0,2}(?<after>:?)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
