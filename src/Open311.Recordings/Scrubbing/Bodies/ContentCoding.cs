using System.IO.Compression;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>The codings of a body (RFC 9110, 8.4) undone and done again.</summary>
static class ContentCoding
{
    const int MostBytes = 256 * 1024 * 1024;

    /// <summary>The codings named by the lines, in the order in which they were applied.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<HeaderLine> headers) =>
    [
        .. headers.Where(h => h.Name.Equals("content-encoding", StringComparison.OrdinalIgnoreCase))
            .SelectMany(h => h.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(c => c.ToLowerInvariant())
            .Where(c => c != "identity"),
    ];

    /// <summary>The bytes without that coding, and how to put it on again; null when they are not so coded.</summary>
    /// <exception cref="NotSupportedException">The coding is none that can be undone.</exception>
    public static (byte[] Bytes, Func<byte[], byte[]> Again)? Undo(byte[] coded, string coding)
    {
        switch (coding)
        {
            case "gzip" or "x-gzip":
                return Read(new GZipStream(new MemoryStream(coded), CompressionMode.Decompress)) is { } unzipped ? (unzipped, b => Write(b, s => new GZipStream(s, CompressionLevel.Optimal))) : null;
            case "br":
                return Read(new BrotliStream(new MemoryStream(coded), CompressionMode.Decompress)) is { } broached ? (broached, b => Write(b, s => new BrotliStream(s, CompressionLevel.Optimal))) : null;
            case "deflate":
                // Named after the bare format, which some servers send, the coding is zlib's.
                if (Read(new ZLibStream(new MemoryStream(coded), CompressionMode.Decompress)) is { } inflated)
                    return (inflated, b => Write(b, s => new ZLibStream(s, CompressionLevel.Optimal)));
                return Read(new DeflateStream(new MemoryStream(coded), CompressionMode.Decompress)) is { } bare && (bare.Length > 0 || coded.Length <= 2) ? (bare, b => Write(b, s => new DeflateStream(s, CompressionLevel.Optimal))) : null;
            default:
                throw new NotSupportedException($"Its content coding \"{coding}\" cannot be undone here; gzip, deflate and br can.");
        }
    }

    static byte[]? Read(Stream stream)
    {
        using (stream)
        {
            try
            {
                var output = new MemoryStream();
                var buffer = new byte[64 * 1024];
                int read;
                while ((read = stream.Read(buffer)) > 0)
                {
                    output.Write(buffer, 0, read);
                    if (output.Length > MostBytes)
                        return null;
                }

                return output.ToArray();
            }
            catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
            {
                return null;
            }
        }
    }

    static byte[] Write(byte[] bytes, Func<Stream, Stream> code)
    {
        var output = new MemoryStream();
        using (var stream = code(output))
            stream.Write(bytes);
        return output.ToArray();
    }
}
