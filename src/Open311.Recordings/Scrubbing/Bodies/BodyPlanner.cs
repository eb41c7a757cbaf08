using System.Text.RegularExpressions;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing.Fields;

namespace Open311.Recordings.Scrubbing.Bodies;

/// <summary>Finds out what a body is, whatever it is called, and where the values in it stand.</summary>
sealed partial class BodyPlanner(FieldKeeper keeper)
{
    public BodyPlan Plan(ReadOnlyMemory<byte> body, IReadOnlyList<HeaderLine> headers, string url)
    {
        if (body.IsEmpty)
            return BodyPlan.Nothing;
        var bytes = body.ToArray();
        Func<byte[], byte[]> again = b => b;
        foreach (var coding in ContentCoding.Of(headers).Reverse())
        {
            try
            {
                if (ContentCoding.Undo(bytes, coding) is not { } undone)
                    return BodyPlan.Refuse($"It is said to be coded as {coding}, and is not, is cut off, or swells beyond all bounds.");
                var before = again;
                bytes = undone.Bytes;
                again = b => before(undone.Again(b));
            }
            catch (NotSupportedException e)
            {
                return BodyPlan.Refuse(e.Message);
            }
        }

        var plan = Plain(bytes, ContentType(headers), url);
        return plan with
        {
            Encode = plan.Encode is { } encode ? text => again(encode(text)) : null,
            Instead = plan.Instead is { } instead ? again(instead) : null,
        };
    }

    static string ContentType(IReadOnlyList<HeaderLine> headers) =>
        headers.FirstOrDefault(h => h.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase)).Value ?? "";

    BodyPlan Plain(byte[] bytes, string contentType, string url)
    {
        if (bytes.Length == 0)
            return BodyPlan.Nothing;
        if (Placeholders.Like(bytes) is { } picture)
            return bytes.AsSpan().SequenceEqual(picture) ? BodyPlan.Nothing : new BodyPlan { Instead = picture, Note = $"A picture of {bytes.Length} bytes was replaced by a grey one." };
        if (contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return new MultipartFields(bytes, contentType, keeper).Plan();
        if (LosslessText.Decode(bytes) is not { } decoded)
            return BodyPlan.Refuse("Its text is in an encoding in which it is not valid.");
        if (decoded.Text.AsSpan().ContainsAnyInRange('\0', '\b'))
        {
            return contentType.Contains("json", StringComparison.OrdinalIgnoreCase) || contentType.Contains("xml", StringComparison.OrdinalIgnoreCase)
                ? BodyPlan.Refuse($"It is said to be {contentType}, and holds bytes that are no text.")
                : new BodyPlan { Instead = [], Note = $"A body of {bytes.Length} bytes that is no text ({(contentType.Length > 0 ? contentType : "of no type")}) was emptied." };
        }

        var text = decoded.Text;
        var (fields, problem) = contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            ? (FormFields.Of(text, 0, text.Length, keeper).ToList(), null)
            : Document(text, contentType, url);
        return problem is null
            ? new BodyPlan { Text = text, Fields = fields, Encode = decoded.Encoding.GetBytes }
            : BodyPlan.Refuse(problem);
    }

    (IReadOnlyList<Field> Fields, string? Problem) Document(string text, string contentType, string url)
    {
        var (json, xml) = Claims(contentType, url);
        var trimmed = text.AsSpan().Trim(" \t\r\n\uFEFF");
        if (trimmed.IsEmpty)
            return ([], null);
        if (Html().IsMatch(text))
            return (Whole(text), null);
        if (trimmed[0] == '<')
            return Markup(text, isCertain: xml || json || trimmed.StartsWith("<?xml") || trimmed.StartsWith("<service"));
        if (Padding().Match(text) is { Success: true } padded)
            return Json(text, padded.Groups["json"].Index, padded.Groups["json"].Index + padded.Groups["json"].Length, isCertain: false);
        if (trimmed[0] is '{' or '[' || json)
            return Json(text, 0, text.Length, isCertain: json || Structured().IsMatch(text));
        return xml && trimmed.ContainsAny("<{[\"") ? ([], "It is said to be XML, and cannot be read as such: text stands where the document should begin.") : (Whole(text), null);
    }

    (IReadOnlyList<Field> Fields, string? Problem) Markup(string text, bool isCertain)
    {
        if (XmlNodes.Read(text, out var problem) is { } root)
            return (new NodeFields(text, keeper).Of(root), null);
        return isCertain ? ([], $"It cannot be read as XML: {problem}. What cannot be read cannot be cleaned.") : (Whole(text), null);
    }

    (IReadOnlyList<Field> Fields, string? Problem) Json(string text, int start, int end, bool isCertain)
    {
        if (JsonNodes.Read(text, start, end, out var problem) is { } root)
            return (new NodeFields(text, keeper).Of(root), null);
        // Words such as "Not Found" have no structure that could be misread.
        if (!isCertain || text.AsSpan(start, end - start).IndexOfAny("{[<\"") < 0)
            return (Whole(text), null);
        return ([], $"It cannot be read as JSON: {problem}. What cannot be read cannot be cleaned.");
    }

    static (bool Json, bool Xml) Claims(string contentType, string url)
    {
        if (contentType.Length > 0)
            return (contentType.Contains("json", StringComparison.OrdinalIgnoreCase), contentType.Contains("xml", StringComparison.OrdinalIgnoreCase) && !contentType.Contains("xhtml", StringComparison.OrdinalIgnoreCase));
        var path = url.Split('?', 2)[0];
        return (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase), path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
    }

    static List<Field> Whole(string text) => [new Field("text", ValueKind.FreeText, [(0, text.Length)], () => "")];

    [GeneratedRegex("""^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|h[1-6]|p|div|span|pre|center|br)\b""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Html();

    [GeneratedRegex("""^[\s\uFEFF]*(?:/\*\*/\s*)?[\w.$\[\]]{1,100}\s*\((?<json>.*)\)\s*;?\s*$""", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Padding();

    [GeneratedRegex("""^[\s\uFEFF]*[\[{]\s*["{\[]""", RegexOptions.CultureInvariant)]
    private static partial Regex Structured();
}
