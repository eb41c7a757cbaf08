using System.IO.Compression;

namespace Open311.Testing.Wire;

/// <summary>Little on the wire, much in memory.</summary>
public static class GzipBomb
{
    const int Mebibyte = 1024 * 1024;

    /// <summary>Zeros, compressed.</summary>
    public static byte[] OfMebibytes(int count)
    {
        var zeros = new byte[Mebibyte];
        return Gzip(gzip =>
        {
            for (var i = 0; i < count; i++)
                gzip.Write(zeros);
        });
    }

    /// <summary>Compresses what is given.</summary>
    public static byte[] Gzip(byte[] plain) => Gzip(gzip => gzip.Write(plain));

    static byte[] Gzip(Action<Stream> write)
    {
        using var coded = new MemoryStream();
        using (var gzip = new GZipStream(coded, CompressionLevel.Fastest))
            write(gzip);
        return coded.ToArray();
    }
}
