using System.Text;
using Open311.Conformance.Exchanges;

namespace Open311.Reporting.Redaction;

/// <summary>An exchange without secrets in anything but the answer's bytes.</summary>
static class CleanExchange
{
    static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static Exchange Of(Exchange exchange, SecretMask mask) => exchange with
    {
        Request = exchange.Request with
        {
            Url = Url(exchange.Request.Url, mask),
            Headers = Headers(exchange.Request.Headers, mask),
            Body = Body(exchange.Request.Body, mask),
            CaseId = mask.Apply(exchange.Request.CaseId),
        },
        SentHeaders = Headers(exchange.SentHeaders, mask),
        Problem = exchange.Problem is { } problem ? mask.Apply(problem) : null,
        TlsProblem = exchange.TlsProblem is { } tls ? mask.Apply(tls) : null,
        Answer = exchange.Answer is { } answer
            ? answer with
            {
                Reason = mask.Apply(answer.Reason),
                Headers = Headers(answer.Headers, mask),
                WireDefects = [.. answer.WireDefects.Select(d => (d.Defect, mask.Apply(d.Message)))],
            }
            : null,
    };

    public static Uri Url(Uri url, SecretMask mask)
    {
        var clean = mask.Apply(url.OriginalString);
        return clean == url.OriginalString ? url : new Uri(clean, UriKind.RelativeOrAbsolute);
    }

    /// <summary>The bytes without secrets; the very same memory when there is none in them.</summary>
    public static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> body, SecretMask mask)
    {
        if (!mask.MayBeIn(body.Span))
            return body;
        try
        {
            var text = Strict.GetString(body.Span);
            var clean = mask.Apply(text);
            return clean == text ? body : Strict.GetBytes(clean);
        }
        catch (DecoderFallbackException)
        {
            // A form with files is no text, but there is text in it.
            return Encoding.Latin1.GetBytes(mask.Apply(Encoding.Latin1.GetString(body.Span)));
        }
    }

    static HeaderField[] Headers(IReadOnlyList<HeaderField> headers, SecretMask mask) =>
        [.. headers.Select(h => new HeaderField(mask.Apply(h.Name), IsCredential(h) ? Credential(mask.Apply(h.Value)) : mask.Apply(h.Value)))];

    static bool IsCredential(HeaderField header) =>
        header.Name.ToLowerInvariant() is "authorization" or "proxy-authorization" or "cookie" or "set-cookie" or "x-api-key" or "api-key";

    // A header that carries the operator's own key keeps saying so: a command can then be given the key again.
    static string Credential(string value) => value.Contains(SecretMask.Mask, StringComparison.Ordinal) ? SecretMask.Mask : SecretMask.Other;
}
