using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.Clients;
using Open311.Mock.Disturbances;
using Open311.Mock.Questions;
using Open311.Protocol.Forms;

namespace Open311.Mock.Serving;

/// <summary>Reads calls, each part once.</summary>
internal sealed class CallReader(bool lenient)
{
    const int MostKnown = 512;

    // Clients ask the same again and again, and what a target means does not change.
    readonly ConcurrentDictionary<(string Method, string Target), Question> known = new();
    Guise? readBy;

    public async Task<Received> ReadAsync(HttpContext context, Guise guise)
    {
        var request = context.Request;
        var target = Origin.Removed(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        var headers = Copied(request.Headers);
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? request.ContentLength > 0;
        // A label without a body is looked at, too.
        var body = hasBody || request.ContentType is not null
            ? await BodyReader.ReadAsync(request.Body, request.ContentLength, request.ContentType, context.RequestAborted)
            : SentBody.None;
        return new Received
        {
            Method = request.Method,
            Target = target,
            Version = request.Protocol,
            Client = new ClientKey(context.Connection.RemoteIpAddress, request.Headers.UserAgent.ToString()),
            Headers = headers,
            Body = body,
            Question = Understand(request.Method, target, headers, body, guise),
        };
    }

    /// <summary>Reads a call that came on no connection.</summary>
    public async Task<Received> ReadAsync(string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> bytes, Guise guise)
    {
        var type = Value(headers, "Content-Type");
        var body = !bytes.IsEmpty || type is not null ? await BodyReader.OfAsync(bytes, type, bytes.Length > BodyReader.Largest) : SentBody.None;
        return new Received
        {
            Method = method,
            Target = target,
            Version = "HTTP/1.1",
            Client = new ClientKey(IPAddress.Loopback, Value(headers, "User-Agent") ?? ""),
            Headers = headers,
            Body = body,
            Question = Understand(method, target, headers, body, guise),
        };
    }

    /// <summary>What the call asks of a city in that guise.</summary>
    public Question Understand(Received received, Guise guise) => Understand(received.Method, received.Target, received.Headers, received.Body, guise);

    Question Understand(string method, string target, IReadOnlyList<KeyValuePair<string, string>> headers, SentBody body, Guise guise)
    {
        var question = Known(method, target, guise);
        if (!guise.Altered.IsUnaltered)
            question = question with { Headers = headers.GroupBy(h => h.Key.ToLowerInvariant()).ToDictionary(g => g.Key, g => string.Join(", ", g.Select(h => h.Value))) };
        return question.IsPost ? WithForm(question, headers, body) : question;
    }

    Question Known(string method, string target, Guise guise)
    {
        if (readBy != guise)
        {
            known.Clear();
            readBy = guise;
        }

        if (known.TryGetValue((method, target), out var question))
            return question;
        question = guise.Reader.Read(method, lenient ? Origin.WithoutEmptySegments(target) : target);
        if (known.Count >= MostKnown)
            known.Clear();
        return known[(method, target)] = question;
    }

    Question WithForm(Question question, IReadOnlyList<KeyValuePair<string, string>> headers, SentBody sent) => sent switch
    {
        { IsTooLarge: true } => question.With(FormReader.TooLarge),
        { Kind: BodyKind.Multipart } body when lenient => question with { Form = new Arguments([.. body.Fields]), BodyType = FormEncoding.MediaType },
        { Bytes.IsEmpty: true } when lenient => question with { Form = question.Query, BodyType = FormEncoding.MediaType },
        var body => FormReader.Read(question, Value(headers, "Content-Type"), body.Bytes.Span, lenient, body.Reading),
    };

    static string? Value(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    static KeyValuePair<string, string>[] Copied(IHeaderDictionary headers)
    {
        var copy = new KeyValuePair<string, string>[headers.Count];
        var i = 0;
        foreach (var header in headers)
        {
            if (i < copy.Length)
                copy[i++] = new(header.Key, header.Value.ToString());
        }

        return copy;
    }
}
