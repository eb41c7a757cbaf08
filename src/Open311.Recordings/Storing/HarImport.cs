using System.Globalization;
using System.Text;
using System.Text.Json;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Storing;

/// <summary>Reads the HAR files of others.</summary>
public static class HarImport
{
    static readonly string[] framing = ["content-encoding", "transfer-encoding", "content-length"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="bounds">What is read at most; null for the usual.</param>
    /// <returns>What has an answer with all that belongs to it; bodies that were decoded by whoever wrote the file are labelled so.</returns>
    /// <exception cref="RecordingException">It is no HAR, or too large.</exception>
    public static Cassette Read(string path, RecordingBounds? bounds = null)
    {
        bounds ??= new();
        var takes = new TakeReader(path, bounds, Bytes).Read(RecordingFolder.Bytes(path, bounds.HarBytes));
        return new([.. takes.Where(t => t.Status is > 0 and not 304).Select((t, i) => Plain(t) with { Number = i + 1 })]);
    }

    static ReadOnlyMemory<byte> Bytes(JsonElement content)
    {
        if (TakeReader.Text(content, "_coded") is { } coded)
            return Convert.FromBase64String(coded);
        if (TakeReader.Text(content, "text") is not { } text)
            return default;
        return "base64".Equals(TakeReader.Text(content, "encoding") ?? TakeReader.Text(content, "_encoding"), StringComparison.OrdinalIgnoreCase)
            ? Convert.FromBase64String(text)
            : Encoding.UTF8.GetBytes(text);
    }

    // HTTP/2 names its own parts with a colon. What was coded was decoded by whoever wrote the file, unless it is still coded.
    static Take Plain(Take take)
    {
        var headers = take.ResponseHeaders.Where(h => !h.Name.StartsWith(':')).ToList();
        if (!IsStillCoded(take))
        {
            headers.RemoveAll(h => framing.Contains(h.Name.ToLowerInvariant()));
            if (take.Status is not 204)
                headers.Add(new("Content-Length", take.ResponseBody.Length.ToString(CultureInfo.InvariantCulture)));
        }

        return take with { ResponseHeaders = headers, RequestHeaders = [.. take.RequestHeaders.Where(h => !h.Name.StartsWith(':'))] };
    }

    static bool IsStillCoded(Take take)
    {
        var coding = take.ResponseHeaders.FirstOrDefault(h => h.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase)).Value;
        var isFramed = take.ResponseHeaders.Any(h => h.Name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) || h.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase));
        return coding is null or "identity" ? isFramed : coding == "gzip" && take.ResponseBody.Span.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);
    }
}
