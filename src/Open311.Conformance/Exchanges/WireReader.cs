namespace Open311.Conformance.Exchanges;

/// <summary>Reads an answer from its raw bytes, noting what HTTP clients hide or repair.</summary>
internal static class WireReader
{
    /// <summary>Whether an answer of this kind has no body.</summary>
    public static bool IsBodyless(string method, int status) => method == "HEAD" || status is 204 or 304 or (>= 100 and < 200);

    /// <summary>Reads the bytes of one exchange.</summary>
    /// <param name="raw">All that was received.</param>
    /// <param name="request">The method and Accept-Encoding that were sent.</param>
    /// <param name="ended">Whether the peer closed in an orderly way after them.</param>
    /// <param name="bounds">How much content is taken.</param>
    /// <param name="failure">Why the HTTP client refused the answer; null when it did not.</param>
    public static WireReading Read(ReadOnlyMemory<byte> raw, ProbeRequest request, bool ended, ContentBounds bounds, string? failure = null)
    {
        var defects = new DefectList();
        var head = WireHead.Read(raw.Span, defects);
        if (head is null)
            return new(null, false, false, $"What came instead of an HTTP answer begins with '{Shown.Brief(raw.Span)}'.");

        var rest = raw[head.BodyStart..];
        var (body, complete) = head.IsComplete ? Frame(head, rest, request.Method, ended, defects) : (default, false);
        if (!head.IsComplete && ended)
            defects.Add(WireDefect.MalformedHead, "The connection was closed in the middle of the headers.");

        // A cut or broken body is not worth decoding: what it would yield says nothing about the server's coding.
        var tooLarge = false;
        var coded = body;
        if (complete && !body.IsEmpty)
            (body, tooLarge) = Decode(head, body, request, bounds, defects);
        if (failure is not null && defects.Breaking is null)
            defects.Add(complete ? WireDefect.MalformedHead : WireDefect.ShortBody, failure);

        var answer = new Answer
        {
            Status = head.Status,
            Reason = head.Reason,
            HttpVersion = head.Version,
            Headers = head.Headers,
            Raw = raw,
            Body = body,
            Coded = head.Values("Content-Encoding").Any() ? coded : default,
            WireDefects = defects.Found,
        };
        return new(answer, complete, tooLarge || body.Length > bounds.Limit, defects.Breaking);
    }

    /// <summary>How many bytes follow the head by its Content-Length; null when it has none that can be used.</summary>
    public static long? AnnouncedLength(IReadOnlyList<HeaderField> headers)
    {
        var values = WireHead.Members(headers, "Content-Length").Distinct().ToList();
        return values.Count == 1 && values[0].All(char.IsAsciiDigit) && long.TryParse(values[0], out var length) ? length : null;
    }

    static (ReadOnlyMemory<byte> Body, bool IsComplete) Frame(WireHead head, ReadOnlyMemory<byte> rest, string method, bool ended, DefectList defects)
    {
        if (IsBodyless(method, head.Status))
        {
            if (!rest.IsEmpty)
                defects.Add(WireDefect.UnexpectedBody, $"An answer {(method == "HEAD" ? "to HEAD" : $"with status {head.Status}")} has no body, but {Shown.Size(rest.Length)} follow its head.");

            // After an interim answer the one that counts is still to come.
            return (default, head.Status is 101 or >= 200);
        }

        var chunked = head.Members("Transfer-Encoding").Any(c => c.Equals("chunked", StringComparison.OrdinalIgnoreCase));
        if (chunked)
        {
            if (head.Values("Content-Length").Any())
                defects.Add(WireDefect.LengthAndChunked, "Content-Length and Transfer-Encoding: chunked are both given.");
            var (data, used, whole) = ChunkedBody.Read(rest.Span, defects);
            if (!whole && ended && defects.Breaking is null)
                defects.Add(WireDefect.ShortBody, $"The connection was closed after {Shown.Size(data.Length)} of a chunked body, before its last chunk.");
            After(rest.Length - used, defects);
            return (data, whole);
        }

        if (AnnouncedLength(head.Headers) is { } length)
        {
            if (rest.Length < length && ended)
                defects.Add(WireDefect.ShortBody, $"Content-Length announces {length} bytes, but the connection was closed after {rest.Length}.");
            After(rest.Length - length, defects);
            return (rest[..(int)Math.Min(length, rest.Length)], rest.Length >= length);
        }

        if (head.Values("Content-Length").FirstOrDefault() is { } unusable)
            defects.Add(WireDefect.MalformedHead, $"The Content-Length '{Shown.Brief(unusable)}' cannot be used: it is not one number.");
        return (rest, ended);
    }

    static void After(long surplus, DefectList defects)
    {
        if (surplus > 0)
            defects.Add(WireDefect.BytesAfterBody, $"{Shown.Size(surplus)} follow the end of the body.");
    }

    static (ReadOnlyMemory<byte> Content, bool IsTooLarge) Decode(
        WireHead head, ReadOnlyMemory<byte> body, ProbeRequest request, ContentBounds bounds, DefectList defects)
    {
        var transfer = head.Members("Transfer-Encoding").Where(c => !c.Equals("chunked", StringComparison.OrdinalIgnoreCase));
        var codings = head.Members("Content-Encoding").Concat(transfer).Where(c => !c.Equals("identity", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var coding in codings.Where(c => !Accepted.Coding(request, c)))
            defects.Add(WireDefect.UnrequestedCoding, $"The body is coded as '{Shown.Brief(coding)}', which was not asked for in Accept-Encoding.");
        return codings.Count == 0 ? (body, false) : ContentCodings.Undo(body, codings, bounds, defects);
    }
}
