using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Open311.Mock.Admin;

/// <summary>
/// Who may administer: this machine without more, others with the token. A web page may not, wherever it is open: calls from pages of other
/// origins are refused, and so are names that a page could make point here.
/// </summary>
internal sealed class AdminGate(string? token)
{
    /// <exception cref="AdminRefusal">It may not.</exception>
    public void Check(HttpContext context)
    {
        var shown = Shown(context.Request);
        var hasToken = token is { Length: > 0 } && shown is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(token));
        if (shown is not null && token is { Length: > 0 } && !hasToken)
            throw new AdminRefusal(403, "The administration token is not right; it is what --admin-token was given.");
        var local = context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
        if (!local && !hasToken)
        {
            throw new AdminRefusal(403, token is { Length: > 0 }
                ? "Administration from elsewhere needs the token of --admin-token, as Authorization: Bearer TOKEN."
                : "Administration from elsewhere needs a token; start the city with --admin-token.");
        }

        CheckOrigin(context.Request, hasToken);
    }

    static void CheckOrigin(HttpRequest request, bool hasToken)
    {
        var host = request.Host;
        if (!hasToken && !IsOwnName(host.Host))
            throw new AdminRefusal(403, "Administration is reached by an address or as localhost; the Host header names something else.");
        string? origin = request.Headers.Origin;
        if (origin is { Length: > 0 } && !origin.Equals($"{request.Scheme}://{host.Value}", StringComparison.OrdinalIgnoreCase))
            throw new AdminRefusal(403, "Administration is closed to web pages of other origins.");
        if ((string?)request.Headers["Sec-Fetch-Site"] is "cross-site" or "same-site")
            throw new AdminRefusal(403, "Administration is closed to web pages of other origins.");
    }

    static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out _);

    static string? Shown(HttpRequest request)
    {
        string? authorization = request.Headers.Authorization;
        if (authorization is { } text && text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return text[7..].Trim();
        return request.Headers["X-Admin-Token"] is [{ Length: > 0 } header, ..] ? header : null;
    }
}
