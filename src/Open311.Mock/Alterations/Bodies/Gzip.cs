using System.IO.Compression;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Alterations.Bodies;

/// <summary>Compresses bodies with gzip, with Brotli (<c>brotli: true</c>) or with deflate (<c>deflate: true</c>), when asked for by Accept-Encoding or (<c>always: true</c>) unasked; <c>broken: true</c> sends what cannot be undone.</summary>
internal sealed class Gzip(YamlMap map) : Alteration
{
    readonly bool always = map.Flag("always", false);
    readonly bool brotli = map.Flag("brotli", false);
    readonly bool deflate = map.Flag("deflate", false);
    readonly bool broken = map.Flag("broken", false);

    public override WireAnswer Change(WireAnswer answer, Question question)
    {
        var coding = brotli ? "br" : deflate ? "deflate" : "gzip";
        var asked = question.Headers.TryGetValue("accept-encoding", out var codings) && codings.Contains(coding, StringComparison.OrdinalIgnoreCase);
        if (!asked && !always)
            return answer;
        var coded = answer.WithHeader("Content-Encoding", coding).WithHeader("Vary", "Accept-Encoding");
        return broken ? coded : coded with { Body = Compressed(answer.Body) };
    }

    // Deflate means the zlib format in HTTP.
    Stream Coder(Stream into) => (brotli, deflate) switch
    {
        (true, _) => new BrotliStream(into, CompressionLevel.Fastest),
        (_, true) => new ZLibStream(into, CompressionLevel.Fastest),
        _ => new GZipStream(into, CompressionLevel.Fastest),
    };

    byte[] Compressed(ReadOnlyMemory<byte> body)
    {
        var buffer = new MemoryStream();
        using (Stream coder = Coder(buffer))
            coder.Write(body.Span);
        return buffer.ToArray();
    }
}
