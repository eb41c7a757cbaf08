using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Tests.Scrubbing;

/// <summary>Reads out of a recording whatever can be read by those who mean harm, with readers that have nothing in common with the scrubber.</summary>
static partial class Wiretap
{
    public static string Everything(IEnumerable<Take> takes)
    {
        var all = new StringBuilder();
        foreach (var text in takes.SelectMany(Texts))
            Unwrap(text, all, 4);
        return all.ToString();
    }

    /// <summary>Keys, kinds and counts of a document, without values.</summary>
    public static string Shape(string document) => document.TrimStart().StartsWith('<')
        ? string.Join(' ', XDocument.Parse(document).Descendants().Select(e => $"{e.Name}/{e.Elements().Count()}/{e.Attributes().Count()}/{(e.Value.Length > 0 ? 1 : 0)}"))
        : Shape(JsonDocument.Parse(document).RootElement);

    static string Shape(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().Select(p => p.Name + ":" + Shape(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Shape)) + "]",
        _ => element.ValueKind.ToString(),
    };

    static IEnumerable<string> Texts(Take take)
    {
        yield return take.Url;
        foreach (var header in take.RequestHeaders.Concat(take.ResponseHeaders))
            yield return header.Value;
        foreach (var body in (byte[][])[take.RequestBody.ToArray(), take.ResponseBody.ToArray()])
        {
            var text = Encoding.UTF8.GetString(body);
            yield return text;
            if (text.StartsWith('['))
            {
                foreach (var value in Strings(JsonDocument.Parse(text).RootElement))
                    yield return value;
            }
            else if (text.StartsWith('<'))
            {
                foreach (var element in XDocument.Parse(text).Descendants())
                    yield return element.Value;
            }
        }
    }

    static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value).Append(p.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.String => [element.GetString()!],
        _ => [element.GetRawText()],
    };

    static void Unwrap(string text, StringBuilder all, int depth)
    {
        all.AppendLine(text);
        if (depth == 0)
            return;
        foreach (var other in (string[])[WebUtility.HtmlDecode(text), WebUtility.UrlDecode(text), Escaped().Replace(text, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString())])
        {
            if (other != text)
                Unwrap(other, all, depth - 1);
        }

        foreach (Match run in Base64().Matches(text))
        {
            var bytes = new byte[run.Length];
            if (Convert.TryFromBase64String(run.Value, bytes, out var length))
                Unwrap(Encoding.UTF8.GetString(bytes, 0, length), all, depth - 1);
        }
    }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escaped();

    [GeneratedRegex("[A-Za-z0-9+/]{12,}={0,2}")]
    private static partial Regex Base64();
}
