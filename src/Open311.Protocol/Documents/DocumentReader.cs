using Open311.Protocol.Documents.Decoding;
using Open311.Protocol.Documents.Json;
using Open311.Protocol.Documents.Xml;

namespace Open311.Protocol.Documents;

/// <summary>Reads a body into a <see cref="Document"/>. Never throws on what it is given, never resolves anything outside it.</summary>
public static class DocumentReader
{
    // Deeper trees would serve nobody, and whoever walks one recursively must not run out of stack.
    const int DeepestEver = 1000;

    /// <summary>
    /// Reads <paramref name="bytes"/> strictly as <paramref name="format"/>, coercing on where a tree can still be had: the
    /// document of the reading may be there although defects are.
    /// </summary>
    /// <param name="bytes">The body as received, after content decoding.</param>
    /// <param name="format">The format asked for.</param>
    /// <param name="limits">Bounds; <see cref="ReadLimits.Default"/> when null. Nesting beyond 1,000 levels is refused whatever they say.</param>
    public static Reading Read(ReadOnlyMemory<byte> bytes, DataFormat format, ReadLimits? limits = null)
    {
        limits ??= ReadLimits.Default;
        limits = limits with { MaxDepth = Math.Min(limits.MaxDepth, DeepestEver) };
        var defects = new DefectLog();
        if (bytes.Length > limits.MaxBytes)
        {
            defects.Add(DefectKind.TooLarge, $"The body has {bytes.Length} bytes; at most {limits.MaxBytes} are read. Nothing of it was judged.");
            return defects.With(null);
        }

        var body = BodyDecoder.Decode(bytes, defects);
        if (body.Text.AsSpan().Trim(" \t\r\n").IsEmpty)
        {
            var found = body.Text.Length == 0 ? "is empty" : "consists of white space only";
            defects.Add(DefectKind.Empty, $"The body {found}; {Expected(format)} was expected.", new TextPosition(1, 1));
            return defects.With(null);
        }

        var document = format == DataFormat.Xml
            ? new XmlTreeReader(body.Text, limits, defects).Read()
            : new JsonTreeReader(body, limits, defects).Read();
        return defects.With(document);
    }

    static string Expected(DataFormat format) => format == DataFormat.Xml ? "an XML document" : "a JSON value";
}
