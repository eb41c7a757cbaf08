using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.Clients;
using Open311.Mock.Journal;

namespace Open311.Mock.Serving;

/// <summary>An answer that came from in front of a <see cref="MountedCity"/>: from a stub, for example.</summary>
/// <param name="By">Who answered, for the journal.</param>
/// <param name="RequestBody">What was sent.</param>
/// <param name="Body">The beginning of what was answered; the journal keeps 16 KiB.</param>
/// <param name="BodyLength">All of what was answered, in bytes.</param>
/// <param name="Duration">From arrival to the last byte of the answer.</param>
public sealed record ForeignAnswer(string By, ReadOnlyMemory<byte> RequestBody, ReadOnlyMemory<byte> Body, long BodyLength, TimeSpan Duration)
{
    internal JournalEntry ToEntry(HttpContext context, TimeProvider time)
    {
        var request = context.Request;
        return new JournalEntry
        {
            At = time.GetUtcNow() - Duration,
            Duration = Duration,
            Method = request.Method,
            Target = Serving.Origin.Removed(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget),
            Version = request.Protocol,
            Client = new ClientKey(context.Connection.RemoteIpAddress ?? IPAddress.None, request.Headers.UserAgent.ToString()),
            Headers = [.. request.Headers.Select(h => KeyValuePair.Create(h.Key, h.Value.ToString()))],
            Body = KeptBody.Of(RequestBody),
            Status = context.Response.StatusCode,
            AnswerHeaders = [.. context.Response.Headers.SelectMany(h => h.Value, (h, value) => KeyValuePair.Create(h.Key, value ?? ""))],
            AnswerBody = new KeptBody(Body.Length <= KeptBody.Most ? Body : Body[..KeptBody.Most], BodyLength),
            AnsweredBy = By,
        };
    }
}
