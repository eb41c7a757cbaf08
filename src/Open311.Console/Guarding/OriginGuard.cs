using Microsoft.AspNetCore.Http;

namespace Open311.WebConsole.Guarding;

/// <summary>What changes something comes from a page of this console, as far as the browser tells; the token of its forms is looked at besides.</summary>
internal static class OriginGuard
{
    /// <summary>Whether a call may change something.</summary>
    public static bool Lets(HttpRequest request)
    {
        var own = $"{request.Scheme}://{request.Host.Value}";
        if (request.Headers.Origin is [var origin])
            return string.Equals(origin, own, StringComparison.OrdinalIgnoreCase);
        return request.Headers.Origin.Count == 0 && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";
    }
}
