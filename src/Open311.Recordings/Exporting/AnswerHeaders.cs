using System.Text.Json.Nodes;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Exporting;

/// <summary>The header lines of an answer that a stub server is told: those of the connection and of the moment are its own.</summary>
internal static class AnswerHeaders
{
    static readonly string[] Own = ["Connection", "Content-Length", "Date", "Keep-Alive", "Proxy-Connection", "Trailer", "Transfer-Encoding", "Upgrade"];

    /// <summary>Lines with one name together, in the order of the first of each.</summary>
    /// <param name="take">The answer.</param>
    /// <param name="onlyAscii">Whether values with other characters are left out.</param>
    /// <param name="oneContentType">Whether a second Content-Type is left out.</param>
    /// <param name="notes">Gets a sentence on each line that is left out and not the server's own.</param>
    public static JsonObject? Of(Take take, bool onlyAscii, bool oneContentType, List<string> notes)
    {
        var headers = new JsonObject();
        foreach (var lines in take.ResponseHeaders.Where(h => !Own.Contains(h.Name, StringComparer.OrdinalIgnoreCase)).GroupBy(h => h.Name, StringComparer.OrdinalIgnoreCase))
        {
            var values = lines.Select(l => l.Value).Where(v => !v.Any(c => c is < ' ' and not '\t' or '\u007f' || (onlyAscii && c > '~'))).ToList();
            if (oneContentType && values.Count > 1 && lines.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                values.RemoveRange(1, values.Count - 1);
            if (values.Count < lines.Count())
                notes.Add($"Take {take.Number}: {lines.Count() - values.Count} line of {lines.Key} is left out, which the stub server cannot send.");
            if (values.Count == 1)
                headers[lines.Key] = values[0];
            else if (values.Count > 1)
                headers[lines.Key] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
        }

        return headers.Count == 0 ? null : headers;
    }
}
