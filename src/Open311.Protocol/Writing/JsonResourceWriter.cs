using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Open311.Protocol.Documents.Xml;

namespace Open311.Protocol.Writing;

/// <summary>Writes the content of a resource as JSON.</summary>
/// <param name="style">Freedoms taken.</param>
sealed class JsonResourceWriter(WriteStyle style)
{
    // What a list of a thousand requests takes; more than that is not kept for the next one.
    const int MostKept = 1024 * 1024;

    [ThreadStatic]
    static ArrayBufferWriter<byte>? spare;

    public byte[] Write(Datum content)
    {
        var output = spare ?? new ArrayBufferWriter<byte>();
        spare = null;
        var options = new JsonWriterOptions
        {
            Indented = style.Indent,
            NewLine = "\n",
            MaxDepth = ResourceWriter.MaxDepth + 1,
            Encoder = style.EscapeNonAscii ? JavaScriptEncoder.Default : JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(output, options))
            Write(json, content, depth: 1);
        var bytes = output.WrittenSpan.ToArray();
        output.ResetWrittenCount();
        if (output.Capacity <= MostKept)
            spare = output;
        return bytes;
    }

    static void Write(Utf8JsonWriter json, Datum datum, int depth)
    {
        ResourceWriter.CheckDepth(depth);
        switch (datum)
        {
            case DataObject { Fields: var fields }:
                json.WriteStartObject();
                foreach (var (name, value) in fields)
                {
                    json.WritePropertyName(name);
                    Write(json, value, depth + 1);
                }

                json.WriteEndObject();
                break;
            case DataList { Items: var items }:
                json.WriteStartArray();
                foreach (var item in items)
                    Write(json, item, depth + 1);
                json.WriteEndArray();
                break;
            case DataText { Value: var text }:
                json.WriteStringValue(XmlCharacters.Replace(text));
                break;
            case DataNumber { Literal: var literal }:
                json.WriteRawValue(ResourceWriter.CheckNumber(literal), skipInputValidation: true);
                break;
            case DataBoolean { Value: var truth }:
                json.WriteBooleanValue(truth);
                break;
            case DataNull:
                json.WriteNullValue();
                break;
            default:
                throw new ArgumentException($"{datum.GetType().Name} is no kind of data that can be written.");
        }
    }
}
