using System.IO.Compression;
using Open311.Protocol;
using Open311.Protocol.Documents;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Reading;

/// <summary>Reads what recorded answers say.</summary>
public static class RecordedDocuments
{
    const int Largest = 32 * 1024 * 1024;

    /// <summary>The document of an answer; null when it has none that can be read.</summary>
    /// <param name="take">The call.</param>
    /// <param name="format">What to read it as.</param>
    public static Document? Of(Take take, DataFormat format) =>
        Decoded(take) is { IsEmpty: false } body ? DocumentReader.Read(body, format).Document : null;

    /// <summary>The items of a list, however they are wrapped.</summary>
    /// <param name="document">The document.</param>
    /// <param name="key">A field that each item has.</param>
    public static IReadOnlyList<Node> Items(Document document, string key)
    {
        var found = new List<Node>();
        Collect(document.Root, key, found, 0);
        return found;
    }

    /// <summary>The body without its content coding; empty when that cannot be undone.</summary>
    /// <param name="take">The call.</param>
    public static ReadOnlyMemory<byte> Decoded(Take take)
    {
        var coding = take.ResponseHeaders.FirstOrDefault(h => h.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)).Value;
        if (coding is null or "identity")
            return take.ResponseBody;
        try
        {
            using var coded = new MemoryStream(take.ResponseBody.ToArray());
            using Stream? plain = coding.Trim().ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(coded, CompressionMode.Decompress),
                "br" => new BrotliStream(coded, CompressionMode.Decompress),
                "deflate" => new ZLibStream(coded, CompressionMode.Decompress),
                _ => null,
            };
            return plain is null ? default : ReadAll(plain);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return default;
        }
    }

    static ReadOnlyMemory<byte> ReadAll(Stream from)
    {
        using var to = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int count;
        while ((count = from.Read(buffer)) > 0)
        {
            if (to.Length + count > Largest)
                return default;
            to.Write(buffer, 0, count);
        }

        return to.ToArray();
    }

    static void Collect(Node node, string key, List<Node> found, int depth)
    {
        if (node.Value(key) is not null)
        {
            found.Add(node);
            return;
        }

        for (var i = 0; depth < 4 && i < node.Children.Count; i++)
            Collect(node.Children[i], key, found, depth + 1);
    }
}
