namespace Open311.Conformance.Exchanges;

/// <summary>Turns a <see cref="ProbeRequest"/> into the message the HTTP client sends.</summary>
internal static class MessageComposer
{
    static readonly string Agent =
        $"open311-conformance/{typeof(MessageComposer).Assembly.GetName().Version?.ToString(3)} (+https://github.com/open311-conformance)";

    /// <summary>Composes the message.</summary>
    /// <exception cref="ArgumentException">The request itself cannot be sent.</exception>
    public static HttpRequestMessage Compose(ProbeRequest request)
    {
        if (!ProbeUrl.TryExact(request.Url.OriginalString, out var url))
            throw new ArgumentException($"'{request.Url.OriginalString}' is not an absolute http or https URL.", nameof(request));

        var message = new HttpRequestMessage(new HttpMethod(request.Method), url)
        {
            Version = System.Net.HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (!request.Body.IsEmpty || request.Method is "POST" or "PUT" or "PATCH")
            message.Content = new ReadOnlyMemoryContent(request.Body);

        foreach (var header in Headers(request).Where(h => h.Value.Length > 0))
        {
            if (header.Value.AsSpan().ContainsAny('\r', '\n', '\0') || !Add(message, header))
                throw new ArgumentException($"The header '{Shown.Brief(header.Name)}: {Shown.Brief(header.Value)}' cannot be sent.", nameof(request));
        }

        return message;
    }

    public static IEnumerable<HeaderField> Headers(ProbeRequest request)
    {
        HeaderField[] own = [new("User-Agent", Agent), new("Accept", "*/*"), new("Accept-Encoding", "identity"), new("X-Open311-Case", request.CaseId)];
        return own
            .Where(o => !request.Headers.Any(h => h.Name.Equals(o.Name, StringComparison.OrdinalIgnoreCase)))
            .Concat(request.Headers);
    }

    static bool Add(HttpRequestMessage message, HeaderField header) =>
        message.Headers.TryAddWithoutValidation(header.Name, header.Value)
        || (message.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(header.Name, header.Value);
}
