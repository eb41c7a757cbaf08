namespace Open311.Conformance.Exchanges;

/// <summary>One HTTP request the suite sends. Two requests are the same question when <see cref="Key"/> is equal.</summary>
public sealed record ProbeRequest
{
    /// <summary>GET, HEAD, POST ...</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The absolute URL, already percent-encoded; sent exactly as <see cref="Uri.OriginalString"/> writes it.</summary>
    public required Uri Url { get; init; }

    /// <summary>
    /// Headers beyond Host, User-Agent, Accept, Accept-Encoding and X-Open311-Case, which the probe adds.
    /// One given here takes the place of the probe's own; with an empty value neither is sent.
    /// </summary>
    public IReadOnlyList<HeaderField> Headers { get; init; } = [];

    /// <summary>The body of a POST, empty otherwise.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The case that asks first: sent as X-Open311-Case so that vendors can find it in their logs.</summary>
    public string CaseId { get; init; } = "";

    /// <summary>Tells apart repeated askings of one question: 0 for the first, 1 for the next deliberate repetition, and so on.</summary>
    public int Occasion { get; init; }

    /// <summary>How often this asking was repeated before, because the server was busy or broke off: 0 for the first attempt.</summary>
    public int Attempt { get; init; }

    /// <summary>Identifies the question: method, URL, headers, body, occasion and attempt; not the case.</summary>
    public string Key
    {
        get
        {
            var asked = $"{Method} {Url.OriginalString} #{Occasion}{(Attempt == 0 ? "" : $"+{Attempt}")}\n";
            // Most questions are no more than that, and they are looked up often.
            return Headers.Count == 0 && Body.IsEmpty
                ? asked
                : asked + string.Join('\n', [
                    .. Headers.Select(h => $"{h.Name.ToLowerInvariant()}: {h.Value}"),
                    Body.IsEmpty ? "" : Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Body.Span))]);
        }
    }
}
