using Open311.Mock.Serving;

namespace Open311.Cli.Taping.Proxying;

/// <summary>
/// Whom the proxy serves. A browser can be led here by a page of another site: under a name of that site that means this machine (DNS rebinding), or
/// by a form that it sends. Neither shall read what passes, nor post to the city.
/// </summary>
internal static class ProxyGuests
{
    /// <summary>Why a call is not served, in a sentence; null when it is.</summary>
    /// <param name="call">The call.</param>
    /// <param name="here">Where the proxy is reached.</param>
    /// <param name="city">The endpoint of the city.</param>
    public static string? Problem(ExactCall call, Uri here, Uri city)
    {
        var stranger = here.IsLoopback ? Values(call, "Host").FirstOrDefault(h => !IsHome($"http://{h}", here, city)) : null;
        if (stranger is not null)
            return $"This proxy serves this machine alone, and '{stranger}' is no name of it. Ask {here.GetLeftPart(UriPartial.Authority)} instead.";
        var page = call.Method == "POST" ? Values(call, "Origin").FirstOrDefault(o => !IsHome(o, here, city)) : null;
        return page is null ? null
            : $"A page of '{page}' may not post through this proxy: what is posted is a real report to {city.Host}. Serve the page from this machine.";
    }

    static IEnumerable<string> Values(ExactCall call, string name) =>
        call.Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value.Trim());

    static bool IsHome(string url, Uri here, Uri city) =>
        Uri.TryCreate(url, UriKind.Absolute, out var named) && named.UserInfo.Length == 0
        && (named.IsLoopback || named.Host.Equals(here.Host, StringComparison.OrdinalIgnoreCase) || named.Host.Equals(city.Host, StringComparison.OrdinalIgnoreCase));
}
