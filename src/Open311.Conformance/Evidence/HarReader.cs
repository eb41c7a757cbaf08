using System.Text.Json;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Evidence;

/// <summary>Reads exchanges from a HAR file: our own, from which they can be judged again, or one saved by a browser.</summary>
public static class HarReader
{
    /// <summary>Largest file read unless told otherwise.</summary>
    public const int DefaultLimit = 256 * 1024 * 1024;

    const int MostEntries = 100_000;

    /// <summary>Reads an archive.</summary>
    /// <param name="from">The file.</param>
    /// <param name="limit">Largest size read, in bytes.</param>
    /// <exception cref="InvalidDataException">It is no HAR, or too large; the message is a sentence.</exception>
    public static IReadOnlyList<Exchange> Read(Stream from, int limit = DefaultLimit)
    {
        var bytes = Load(from, limit);
        var reader = new Utf8JsonReader(bytes.Span, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
        var exchanges = new List<Exchange>();
        try
        {
            if (!Enter(ref reader, JsonTokenType.StartObject) || !Find(ref reader, "log", JsonTokenType.StartObject) || !Find(ref reader, "entries", JsonTokenType.StartArray))
                throw new InvalidDataException("The file is no HAR: it holds no list log.entries.");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (exchanges.Count == MostEntries)
                    throw new InvalidDataException($"The HAR holds more than the {MostEntries} entries that are read.");
                using var entry = JsonDocument.ParseValue(ref reader);
                exchanges.Add(HarEntry.Read(entry.RootElement, exchanges.Count + 1));
            }

            return exchanges;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The file is no HAR: it is not JSON at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", e);
        }
    }

    static ReadOnlyMemory<byte> Load(Stream from, int limit)
    {
        using var bytes = new MemoryStream(from.CanSeek ? (int)Math.Min(from.Length, limit) : 0);
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = from.Read(buffer)) > 0)
        {
            if (bytes.Length + count > limit)
                throw new InvalidDataException($"The HAR is larger than the {limit} bytes that are read.");
            bytes.Write(buffer, 0, count);
        }

        var all = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        return all.Span.StartsWith("\uFEFF"u8) ? all[3..] : all;
    }

    static bool Enter(ref Utf8JsonReader reader, JsonTokenType wanted) => reader.Read() && reader.TokenType == wanted;

    static bool Find(ref Utf8JsonReader reader, string name, JsonTokenType wanted)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
                return Enter(ref reader, wanted);
            reader.Skip();
        }

        return false;
    }
}
