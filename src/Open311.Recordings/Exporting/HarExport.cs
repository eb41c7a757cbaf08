using System.Text.Json;
using System.Text.Unicode;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Reading;
using Open311.Recordings.Storing;

namespace Open311.Recordings.Exporting;

/// <summary>One HAR file, as browsers and proxies save it, with the bodies in it.</summary>
sealed class HarExport : IRecordingExport
{
    public string Name => "har";

    public string Description => "One HAR 1.2 file with the bodies in it.";

    public IReadOnlyList<string> Write(Recording recording, string path)
    {
        using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        new TakeWriter(Inline).Write(to, recording.Cassette, recording.Info.Tool);
        return [];
    }

    // HAR has content decoded; the bytes that were coded stand beside it, so that they can be had again.
    static void Inline(Utf8JsonWriter json, ReadOnlyMemory<byte> bytes, IReadOnlyList<HeaderLine> headers, bool content)
    {
        var plain = content ? RecordedDocuments.Decoded(new Take { Number = 0, Method = "GET", Url = "", Status = 200, ResponseHeaders = headers, ResponseBody = bytes }) : bytes;
        var shown = plain.IsEmpty ? bytes : plain;
        if (content && Utf8.IsValid(shown.Span))
        {
            json.WriteString("text", shown.Span);
        }
        else
        {
            json.WriteBase64String("text", shown.Span);
            json.WriteString("encoding", "base64");
        }

        if (!shown.Span.SequenceEqual(bytes.Span))
            json.WriteBase64String("_coded", bytes.Span);
    }
}
