using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Open311.WebConsole.Guarding;

/// <summary>Lets in who knows the token. The cookie that says so is good until the console ends, and does not tell the token.</summary>
internal sealed class TokenGate
{
    /// <summary>The shortest token there may be.</summary>
    public const int Shortest = 16;

    /// <summary>The cookie of those who know the token.</summary>
    public const string Cookie = "open311-console";

    readonly byte[]? expected;
    readonly byte[] pass = RandomNumberGenerator.GetBytes(32);

    public TokenGate(string? token) => expected = token is null ? null : Digest(token);

    /// <summary>Whether a token is asked for at all.</summary>
    public bool IsClosed => expected is not null;

    /// <summary>Whether a visitor is known.</summary>
    public bool Knows(HttpRequest request) =>
        !IsClosed || (request.Cookies[Cookie] is { } shown && CryptographicOperations.FixedTimeEquals(Digest(shown), Digest(Pass)));

    /// <summary>Lets a visitor in who knows the token.</summary>
    public bool Admit(string token, HttpResponse response)
    {
        // Digests are of one length, so that neither its length nor its beginning shows in the time this takes.
        if (expected is null || !CryptographicOperations.FixedTimeEquals(Digest(token), expected))
            return false;
        response.Cookies.Append(Cookie, Pass, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true });
        return true;
    }

    string Pass => Convert.ToHexString(pass);

    static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
