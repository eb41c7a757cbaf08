namespace Open311.Conformance.Exchanges;

/// <summary>Where a redirect leads, and what may go along.</summary>
internal static class Redirect
{
    static readonly string[] HarmlessHeaders = ["Accept", "Accept-Encoding"];

    /// <summary>Whether an exchange ended in a redirect.</summary>
    public static bool Is(Exchange exchange) =>
        exchange.Outcome == ExchangeOutcome.Answered && exchange.Answer?.Status is 301 or 302 or 303 or 307 or 308;

    /// <summary>The request that follows the redirect, or null and why there is none.</summary>
    public static ProbeRequest? Next(Exchange exchange, string? apiKey, out string? problem)
    {
        var asked = exchange.Request;
        var location = exchange.Answer!.Header("Location");
        if (string.IsNullOrWhiteSpace(location))
        {
            problem = $"The answer {exchange.Answer.Status} to {asked.Url.OriginalString} is a redirect without a Location.";
            return null;
        }

        if (!ProbeUrl.TryExact(Resolve(asked.Url, location), out var to))
        {
            problem = $"The answer {exchange.Answer.Status} to {asked.Url.OriginalString} redirects to '{Shown.Brief(location, 200)}', which is not an http or https URL.";
            return null;
        }

        if (!IsSameParty(asked.Url, to) && CarriesKey(to, apiKey))
        {
            problem = $"The answer {exchange.Answer.Status} redirects to {to.Authority} and would hand the API key to it; that is not followed.";
            return null;
        }

        problem = null;
        return asked with
        {
            Url = to,
            Headers = IsSameParty(asked.Url, to)
                ? asked.Headers
                : [.. asked.Headers.Where(h => HarmlessHeaders.Contains(h.Name, StringComparer.OrdinalIgnoreCase))],
            Attempt = 0,
        };
    }

    /// <summary>Whether two URLs belong to the same server; the step from http to https on one host counts as the same.</summary>
    public static bool IsSameParty(Uri one, Uri other) =>
        one.Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase)
        && ((one.Scheme == other.Scheme && one.Port == other.Port)
            || (one.Scheme == "http" && one.IsDefaultPort && other.Scheme == "https" && other.IsDefaultPort));

    // An absolute Location and an absolute path are kept as written; only relative ones need working out.
    static string Resolve(Uri from, string location)
    {
        if (location.StartsWith("//", StringComparison.Ordinal))
            return $"{from.Scheme}:{location}";
        if (location.StartsWith('/'))
            return $"{from.Scheme}://{from.Authority}{location}";
        if (location.Contains("://", StringComparison.Ordinal) && location.IndexOfAny(['/', '?', '#']) == location.IndexOf("://", StringComparison.Ordinal) + 1)
            return location;
        return Uri.TryCreate(from, location, out var resolved) ? resolved.AbsoluteUri : "";
    }

    static bool CarriesKey(Uri url, string? apiKey)
    {
        var text = url.OriginalString;
        return text.Contains("api_key=", StringComparison.OrdinalIgnoreCase)
            || (!string.IsNullOrEmpty(apiKey)
                && (text.Contains(apiKey, StringComparison.Ordinal) || Uri.UnescapeDataString(text.Replace('+', ' ')).Contains(apiKey, StringComparison.Ordinal)));
    }
}
