using Open311.Conformance.Exchanges;

namespace Open311.Conformance.Preflight;

/// <summary>Says in a clause what an exchange brought.</summary>
internal static class Told
{
    /// <summary>Such as "https://x/services.xml answers 404 with an HTML page".</summary>
    public static string What(Exchange exchange) =>
        exchange.Outcome == ExchangeOutcome.Answered && exchange.Answer is { } answer
            ? $"{exchange.Request.Url.OriginalString} answers {answer.Status} with {Content(answer)}"
            : $"{exchange.Request.Url.OriginalString} brings no usable answer ({exchange.Problem?.TrimEnd('.')})";

    /// <summary>Such as "http://a redirects to https://b, then to https://c".</summary>
    public static string Chain(Inquiry inquiry) =>
        $"{inquiry.Attempts[^1].Request.Url.OriginalString} redirects to "
        + string.Join(", then to ", inquiry.Hops.Select(h => h.Request.Url.OriginalString).Distinct());

    static string Content(Answer answer) => Glance.At(answer) switch
    {
        Likeness.Nothing => "an empty body",
        Likeness.Services or Likeness.NoServices => "a service list",
        Likeness.Requests or Likeness.NoRequests => "a list of service requests",
        Likeness.Errors => "an error document",
        Likeness.Html => "an HTML page",
        Likeness.LegacyV1 => "a GeoReport v1 document",
        Likeness.OtherXml => $"XML that is no service list (root element {Glance.Root(answer)})",
        Likeness.OtherJson => "JSON that is no service list",
        _ => "text that is neither XML nor JSON",
    };
}
