using System.Globalization;
using System.Security.Cryptography;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>Brings the lines that describe a body into agreement with the new one.</summary>
static class BodyHeaders
{
    public static IEnumerable<HeaderLine> For(IEnumerable<HeaderLine> lines, int before, ReadOnlyMemory<byte> after)
    {
        foreach (var line in lines)
        {
            switch (line.Name.ToLowerInvariant())
            {
                // A length that was wrong stays as wrong as it was.
                case "content-length" when long.TryParse(line.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length):
                    yield return line with { Value = Math.Max(0, length - before + after.Length).ToString(CultureInfo.InvariantCulture) };
                    break;
                case "content-md5":
#pragma warning disable CA5351 // The header is defined so (RFC 1864).
                    yield return line with { Value = Convert.ToBase64String(MD5.HashData(after.Span)) };
#pragma warning restore CA5351
                    break;
                // Digests of several kinds: what is no longer true is left out.
                case "digest" or "content-digest" or "repr-digest":
                    break;
                default:
                    yield return line;
                    break;
            }
        }
    }
}
