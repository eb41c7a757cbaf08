using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Open311.Conformance.Exchanges;

/// <summary>Undoes content codings within bounds: a bomb stops at the limit.</summary>
internal static class ContentCodings
{
    const int Layers = 3;
    const int BufferSize = 64 * 1024;

    // Without it the decoders of .NET take a body that was cut short for a whole one.
    static ContentCodings() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>Undoes the codings, the last one applied first.</summary>
    /// <param name="coded">The body after transfer decoding.</param>
    /// <param name="codings">As listed in Content-Encoding.</param>
    /// <param name="bounds">How much is taken.</param>
    /// <param name="defects">Where defects go.</param>
    /// <returns>The content, as far as it could be had, and whether it exceeds the limit.</returns>
    public static (ReadOnlyMemory<byte> Content, bool IsTooLarge) Undo(
        ReadOnlyMemory<byte> coded, IReadOnlyList<string> codings, ContentBounds bounds, DefectList defects)
    {
        if (codings.Count > Layers)
        {
            defects.Add(WireDefect.UndecodableContent, $"The body has {codings.Count} content codings, one over the other; at most {Layers} are undone.");
            return (coded, false);
        }

        for (var i = codings.Count - 1; i >= 0; i--)
        {
            if (Decoder(codings[i], coded) is not { } decoder)
            {
                defects.Add(WireDefect.UndecodableContent, $"The content coding '{Shown.Brief(codings[i])}' is not known.");
                return (coded, false);
            }

            using (decoder)
            {
                var (content, tooLarge, problem) = Drain(decoder, bounds);
                if (problem is not null)
                    defects.Add(WireDefect.UndecodableContent, $"The body cannot be decoded as {codings[i].ToLowerInvariant()}: {problem}");
                if (tooLarge || problem is not null)
                    return (content, tooLarge);
                coded = content;
            }
        }

        return (coded, false);
    }

    static Stream? Decoder(string coding, ReadOnlyMemory<byte> coded)
    {
        var source = MemoryMarshal.TryGetArray(coded, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(coded.ToArray());
        return coding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "deflate" when HasZlibHeader(coded.Span) => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => null,
        };
    }

    // "deflate" means zlib, but many send bare deflate data and every browser takes it.
    static bool HasZlibHeader(ReadOnlySpan<byte> coded) =>
        coded.Length >= 2 && (coded[0] & 0x0f) == 8 && ((coded[0] << 8) | coded[1]) % 31 == 0;

    static (ReadOnlyMemory<byte> Content, bool IsTooLarge, string? Problem) Drain(Stream decoder, ContentBounds bounds)
    {
        var content = new Recording(TimeProvider.System, bounds.Limit, bounds.Pool);
        var buffer = new byte[BufferSize];
        try
        {
            int count;
            while ((count = decoder.Read(buffer)) > 0)
            {
                if (!content.Received(buffer.AsSpan(0, count)))
                    return (content.ReceivedBytes(bounds.KeptOfCut), true, null);
            }

            return (content.ReceivedBytes(), false, null);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException)
        {
            return (content.ReceivedBytes(), false, e.Message);
        }
        finally
        {
            content.Forget();
        }
    }
}
