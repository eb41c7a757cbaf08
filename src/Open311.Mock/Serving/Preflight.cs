using Open311.Mock.Questions;

namespace Open311.Mock.Serving;

/// <summary>Answers what browsers ask before they call from a page of another origin.</summary>
internal static class Preflight
{
    const string Asked = "Access-Control-Request-Method";

    public static bool Is(Received received) =>
        received.Method == "OPTIONS" && received.Question.Place != Place.Nowhere && received.Header("Origin") is not null && received.Header(Asked) is not null;

    public static WireAnswer Answer(Received received)
    {
        List<KeyValuePair<string, string>> headers =
        [
            new("Access-Control-Allow-Methods", received.Question.Place == Place.Requests ? "GET, HEAD, POST" : "GET, HEAD"),
            new("Access-Control-Max-Age", "600"),
        ];
        // Echoed, since * does not stand for Authorization; only what can be a header name goes out again.
        var wanted = string.Join(", ", (received.Header("Access-Control-Request-Headers") ?? "").Split(',', StringSplitOptions.TrimEntries)
            .Where(name => name.Length is > 0 and < 100 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')).Take(30));
        if (wanted.Length > 0)
            headers.Add(new("Access-Control-Allow-Headers", wanted));
        return new WireAnswer { Status = 204, Headers = headers };
    }
}
