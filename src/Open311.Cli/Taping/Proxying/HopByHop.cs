using Open311.Recordings.Cassettes;

namespace Open311.Cli.Taping.Proxying;

/// <summary>Headers that speak of one connection and go no further (RFC 9110, section 7.6.1).</summary>
internal static class HopByHop
{
    static readonly string[] always = ["Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "Proxy-Authenticate", "Proxy-Authentication-Info", "TE", "Trailer", "Upgrade"];

    /// <summary>What goes on of a question: neither these, nor those that Connection names, nor what the next connection has of its own.</summary>
    public static IEnumerable<HeaderLine> OfQuestion(IReadOnlyList<HeaderLine> headers) =>
        Others(headers, [.. always, "Transfer-Encoding", "Content-Length", "Host", "Expect"]);

    /// <summary>What goes on of an answer; the framing of the body stays, as the body is framed alike.</summary>
    /// <param name="headers">The headers of the answer.</param>
    /// <param name="asStream">Whether whoever asked knows no chunks.</param>
    public static IEnumerable<HeaderLine> OfAnswer(IReadOnlyList<HeaderLine> headers, bool asStream) =>
        Others(headers, asStream ? [.. always, "Transfer-Encoding"] : always);

    static IEnumerable<HeaderLine> Others(IReadOnlyList<HeaderLine> headers, string[] dropped)
    {
        var named = headers.Where(h => Is(h, "Connection")).SelectMany(h => h.Value.Split(',', StringSplitOptions.TrimEntries))
            .Where(n => !n.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase) && !n.Equals("Content-Length", StringComparison.OrdinalIgnoreCase));
        var gone = dropped.Concat(named).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return headers.Where(h => !gone.Contains(h.Name));
    }

    static bool Is(HeaderLine header, string name) => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
