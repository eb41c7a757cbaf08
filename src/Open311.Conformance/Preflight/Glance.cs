using System.Text;
using System.Text.RegularExpressions;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Preflight;

/// <summary>Tells what an answer looks like from the first part of its body, without parsing: what cannot be parsed is the judge's business.</summary>
internal static partial class Glance
{
    const int Window = 64 * 1024;

    /// <summary>What the body looks like.</summary>
    public static Likeness At(Answer answer)
    {
        var text = Comment().Replace(TextOf(answer.Body.Span), "").Trim('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
            return Likeness.Nothing;
        if (text.Contains("Open311ServiceList", StringComparison.Ordinal) || (text.Contains("ServiceResponse", StringComparison.Ordinal) && text.Contains("Open311Error", StringComparison.Ordinal)))
            return Likeness.LegacyV1;
        return text[0] switch
        {
            '<' => Xml(text),
            '[' or '{' => Json(text),
            _ => Likeness.OtherText,
        };
    }

    /// <summary>Whether the body speaks of the jurisdiction; a page made for people must name the argument.</summary>
    public static bool NamesJurisdiction(Answer answer)
    {
        var text = TextOf(answer.Body.Span);
        return At(answer) == Likeness.Html
            ? text.Contains("jurisdiction_id", StringComparison.OrdinalIgnoreCase) || text.Contains("jurisdiction id", StringComparison.OrdinalIgnoreCase)
            : text.Contains("jurisdiction", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the body asks for an API key.</summary>
    public static bool NamesKey(Answer answer) => ApiKey().IsMatch(TextOf(answer.Body.Span));

    /// <summary>The name of the root element of XML, fit for a sentence; null when there is none.</summary>
    public static string? Root(Answer answer) =>
        FirstElement().Match(Comment().Replace(TextOf(answer.Body.Span), "")) is { Success: true } match ? Shown.Brief(match.Groups["name"].Value, 40) : null;

    static Likeness Xml(string text)
    {
        var root = FirstElement().Match(text).Groups["name"].Value.ToLowerInvariant();
        if (root == "html" || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            return Likeness.Html;
        if (ServiceElement().IsMatch(text) && !RequestElement().IsMatch(text))
            return Likeness.Services;
        if (RequestElement().IsMatch(text))
            return Likeness.Requests;
        return root switch
        {
            "services" => text.Contains("<service>", StringComparison.OrdinalIgnoreCase) ? Likeness.Services : Likeness.NoServices,
            "service_requests" or "requests" => Likeness.NoRequests,
            "errors" or "error" => Likeness.Errors,
            _ => Likeness.OtherXml,
        };
    }

    static Likeness Json(string text)
    {
        if (RequestMember().IsMatch(text))
            return Likeness.Requests;
        if (ServiceMember().IsMatch(text))
            return Likeness.Services;
        if (EmptyList().IsMatch(text))
            return text.Contains("request", StringComparison.OrdinalIgnoreCase) ? Likeness.NoRequests : Likeness.NoServices;
        return text.Contains("\"description\"", StringComparison.Ordinal) && text.Contains("\"code\"", StringComparison.Ordinal) ? Likeness.Errors : Likeness.OtherJson;
    }

    static string TextOf(ReadOnlySpan<byte> body)
    {
        body = body.TrimStart(" \t\r\n"u8);
        var head = body[..Math.Min(body.Length, Window)];

        // UTF-16 shows itself by a zero beside the first bracket, with or without a byte order mark.
        var mark = head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]) ? 2 : 0;
        if (head.Length >= mark + 2 && (head[mark] == 0 || head[mark + 1] == 0))
            return (head[mark] == 0 ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(head[mark..]);
        return Encoding.UTF8.GetString(head);
    }

    [GeneratedRegex("<!--.*?(?:-->|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bapi[ _-]?key\b", RegexOptions.IgnoreCase)]
    private static partial Regex ApiKey();

    [GeneratedRegex(@"<(?:[\w.-]+:)?(?<name>[A-Za-z_][\w.-]*)")]
    private static partial Regex FirstElement();

    [GeneratedRegex(@"<(?:[\w.-]+:)?service_?(?:code|name)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ServiceElement();

    [GeneratedRegex(@"<(?:[\w.-]+:)?(?:service_request_id|requested_datetime|service_?request)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RequestElement();

    [GeneratedRegex("\"service_?(?:code|name)\"", RegexOptions.IgnoreCase)]
    private static partial Regex ServiceMember();

    [GeneratedRegex("\"(?:service_request_id|requested_datetime)\"", RegexOptions.IgnoreCase)]
    private static partial Regex RequestMember();

    [GeneratedRegex(@"^(?:\[\s*\]|\{\s*""(?:services|service_requests|requests|service|request)""\s*:\s*(?:\[\s*\]|\{\s*\}|null)\s*\})$")]
    private static partial Regex EmptyList();
}
