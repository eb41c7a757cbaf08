using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Evidence;

/// <summary>
/// Masks the operator's API key wherever it shows up: plain, percent-encoded, HTML- or JSON-escaped. A key of eight characters or more is masked
/// anywhere, a shorter one where it stands as a word of its own, and one that could be any datum (digits, "test") only as the value of api_key.
/// </summary>
public sealed partial class Redactor
{
    /// <summary>What stands in place of the key; the same in every encoding, so that a masked question can be asked again of a recording.</summary>
    public const string Mask = "REDACTED";

    const int Unmistakable = 8;

    static readonly string[] EverydayWords =
    [
        "open", "closed", "test", "true", "false", "null", "none", "xml", "json", "html", "text", "key", "api_key", "string", "number", "request", "service",
        "value", "values", "name", "code", "type", "status", "group", "order", "lat", "long", "email", "phone", "token", "batch", "demo", "http", "https",
    ];

    readonly string? apiKey;
    readonly byte[][] traces = [];
    readonly Regex? inText;
    readonly Regex? inBytes;

    /// <summary>Makes a redactor.</summary>
    /// <param name="apiKey">The key; null or empty to mask nothing but the values of headers that are secret by their name.</param>
    public Redactor(string? apiKey)
    {
        if (string.IsNullOrEmpty(apiKey) || apiKey == Mask)
            return;

        this.apiKey = apiKey;
        var variants = Variants(apiKey).Where(v => v.Length > 0).Distinct().OrderByDescending(v => v.Length).ToList();
        var wide = apiKey.Length < Unmistakable ? [] : new[] { Encoding.Unicode.GetBytes(apiKey), Encoding.BigEndianUnicode.GetBytes(apiKey) };
        traces = [.. variants.Select(Encoding.UTF8.GetBytes), .. wide];
        inText = Pattern(apiKey, variants);
        inBytes = Pattern(apiKey, traces.Select(Encoding.Latin1.GetString));
    }

    /// <summary>The text without the key.</summary>
    public string Text(string text) => inText is null ? text : inText.Replace(text, Mask);

    /// <summary>The URL without the key, however its parts are percent-encoded.</summary>
    public string Url(string url)
    {
        if (apiKey is null)
            return url;

        return Text(UrlPart().Replace(url, part =>
        {
            // Escapes need not be those that anybody would write: %73ecret is the key, too.
            var plain = Uri.UnescapeDataString(part.Value);
            var masked = Text(plain);
            return part.Value.Contains('%', StringComparison.Ordinal) && masked != plain ? Uri.EscapeDataString(masked) : part.Value;
        }));
    }

    /// <summary>The bytes without the key; the very same memory when it is not in them.</summary>
    public ReadOnlyMemory<byte> Bytes(ReadOnlyMemory<byte> bytes) =>
        Finds(bytes.Span) ? Encoding.Latin1.GetBytes(inBytes!.Replace(Encoding.Latin1.GetString(bytes.Span), Mask)) : bytes;

    /// <summary>The exchange without the key, in every part of it.</summary>
    public Exchange Exchange(Exchange exchange) => exchange with
    {
        Request = exchange.Request with
        {
            Url = ProbeUrl.TryExact(Url(exchange.Request.Url.OriginalString), out var url) ? url : ProbeUrl.Exact($"http://{Mask}.invalid/"),
            Headers = Headers(exchange.Request.Headers),
            Body = Bytes(exchange.Request.Body),
        },
        SentHeaders = Headers(exchange.SentHeaders),
        Problem = exchange.Problem is { } problem ? Text(problem) : null,
        TlsProblem = exchange.TlsProblem is { } tls ? Text(tls) : null,
        Answer = exchange.Answer is { } answer ? Answer(answer) : null,
    };

    Answer Answer(Answer answer)
    {
        var body = Bytes(answer.Body);

        // Compressed or cut into chunks, the raw bytes may carry the key where no search finds it.
        var hidden = apiKey is not null && HidesBody(answer) && !body.Equals(answer.Body);
        return answer with
        {
            Reason = Text(answer.Reason),
            Headers = [.. answer.Headers.Select(h => new HeaderField(Text(h.Name), Text(Url(h.Value))))],
            Body = body,
            Raw = hidden ? default : Bytes(answer.Raw),
            WireDefects = [.. answer.WireDefects.Select(d => (d.Defect, Text(d.Message)))],
        };
    }

    static bool HidesBody(Answer answer) => answer.Header("Content-Encoding") is not null || answer.Header("Transfer-Encoding") is not null;

    List<HeaderField> Headers(IReadOnlyList<HeaderField> headers) =>
        [.. headers.Select(h => new HeaderField(h.Name, SecretName().IsMatch(h.Name) ? Mask : Text(h.Value)))];

    bool Finds(ReadOnlySpan<byte> bytes)
    {
        foreach (var trace in traces)
        {
            if (bytes.IndexOf(trace) >= 0)
                return true;
        }

        return false;
    }

    static Regex Pattern(string key, IEnumerable<string> variants)
    {
        var any = string.Join('|', variants.Select(Regex.Escape));
        var pattern = key.Length >= Unmistakable ? $"(?:{any})"
            : IsEveryday(key) ? $"""(?<=api_key(?:=|>|%3[dD]|["']?\s*[:=]\s*["']?|"\s+))(?:{any})(?![A-Za-z0-9_])"""
            : $"(?<![A-Za-z0-9_])(?:{any})(?![A-Za-z0-9_])";
        return new Regex(pattern, RegexOptions.CultureInvariant);
    }

    static bool IsEveryday(string key) =>
        key.Length < 3 || key.All(char.IsAsciiDigit) || EverydayWords.Contains(key, StringComparer.OrdinalIgnoreCase);

    static IEnumerable<string> Variants(string key)
    {
        var escaped = Uri.EscapeDataString(key);
        string[] urls = [escaped, WebUtility.UrlEncode(key), escaped.Replace("%20", "+", StringComparison.Ordinal), Uri.EscapeDataString(escaped)];
        return
        [
            key,
            .. urls,
            .. urls.Select(u => PercentCode().Replace(u, m => m.Value.ToLowerInvariant())),
            WebUtility.HtmlEncode(key),
            System.Security.SecurityElement.Escape(key)!,
            JsonEncodedText.Encode(key).Value,
            UnicodeEscape().Replace(JsonEncodedText.Encode(key).Value, m => m.Value.ToLowerInvariant()),
            JsonEncodedText.Encode(key, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,
            key.Replace("/", "\\/", StringComparison.Ordinal),
        ];
    }

    [GeneratedRegex("[^/?&=#;:]+")]
    private static partial Regex UrlPart();

    [GeneratedRegex("%[0-9A-Fa-f]{2}")]
    private static partial Regex PercentCode();

    [GeneratedRegex(@"\\u[0-9A-F]{4}")]
    private static partial Regex UnicodeEscape();

    [GeneratedRegex("^(?:(?:proxy-)?authorization|cookie)$|api.?key|token|secret", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();
}
