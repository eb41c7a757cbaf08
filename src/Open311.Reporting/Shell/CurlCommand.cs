using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Open311.Conformance.Exchanges;
using Open311.Reporting.Redaction;

namespace Open311.Reporting;

/// <summary>A request as a command for a POSIX shell.</summary>
public static partial class CurlCommand
{
    const string KeyVariable = "\"$OPEN311_API_KEY\"";

    /// <summary>Writes the request of an exchange so that pasting it sends the same question. The key never appears: the shell
    /// takes it from <c>OPEN311_API_KEY</c>.</summary>
    /// <param name="exchange">The exchange to repeat.</param>
    /// <param name="apiKey">The operator's key; null when unknown: then every <c>api_key</c> argument counts as it.</param>
    public static string For(Exchange exchange, string? apiKey = null)
    {
        var request = exchange.Request;
        var url = AsciiUrl(request.Url.OriginalString);
        var key = apiKey is { Length: > 0 } ? SecretPattern.For(apiKey) : AnyKey();
        var binary = IsBinary(request.Body.Span);
        List<string> words = [binary ? $"printf '%b' {Quote(Octal(request.Body.Span), key)} | curl -sS" : "curl -sS"];
        words.Add(request.Method switch
        {
            "GET" => "-i",
            "HEAD" => "--head",
            var method => $"-i -X {Quote(method, key)}",
        });
        if (DotSegment().IsMatch(url))
            words.Add("--path-as-is");
        if (url.AsSpan().ContainsAny("[]{}"))
            words.Add("-g");
        if (exchange.Answer?.Header("Content-Encoding") is { Length: > 0 })
            words.Add("--compressed");
        words.AddRange(Headers(request).Select(header => $"-H {Quote(header, key)}"));
        if (binary)
            words.Add("--data-binary @-");
        else if (!request.Body.IsEmpty)
            words.Add($"--data-binary {Quote(Encoding.UTF8.GetString(request.Body.Span), key)}");
        words.Add(Quote(url, key));
        return string.Join(' ', words);
    }

    // No shell has words with NUL, or with bytes that are no text.
    static bool IsBinary(ReadOnlySpan<byte> body) => body.Contains((byte)0) || !Utf8.IsValid(body);

    static string Octal(ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder();
        foreach (var octet in body)
            text.Append(octet is >= 0x20 and < 0x7F and not (byte)'\\' ? $"{(char)octet}" : $"\\0{Convert.ToString(octet, 8).PadLeft(3, '0')}");
        return text.ToString();
    }

    static IEnumerable<string> Headers(ProbeRequest request)
    {
        // curl reads "X:" as "send no such header" and "X;" as "send it empty".
        var headers = request.Headers.Select(h => h.Value.Length == 0 ? $"{h.Name};" : $"{h.Name}: {h.Value}");
        var hasType = request.Headers.Any(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));
        return request.Body.IsEmpty || hasType ? headers : headers.Append("Content-Type:");
    }

    static string Quote(string text, Regex key)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (Match match in key.Matches(text))
        {
            Literal(result, text[at..match.Index]);
            result.Append(KeyVariable);
            at = match.Index + match.Length;
        }

        Literal(result, text[at..]);
        return result.Length == 0 ? "''" : result.ToString();
    }

    static void Literal(StringBuilder result, string text)
    {
        if (text.Length > 0)
            result.Append('\'').Append(text.Replace("'", @"'\''", StringComparison.Ordinal)).Append('\'');
    }

    // Only what may not stand in a URL at all is encoded; everything else is sent as it was asked.
    static string AsciiUrl(string url) =>
        NotUrl().Replace(url, match => string.Concat(Encoding.UTF8.GetBytes(match.Value).Select(octet => $"%{octet:X2}")));

    [GeneratedRegex(@"[^\x21-\x7E]+")]
    private static partial Regex NotUrl();

    [GeneratedRegex(@"/(\.|%2e){1,2}(?=[/?#]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex DotSegment();

    [GeneratedRegex(@"(?<=[?&]api_key=|^api_key=)[^&#\s]+", RegexOptions.IgnoreCase)]
    private static partial Regex AnyKey();
}
