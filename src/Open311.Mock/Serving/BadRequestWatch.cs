using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Open311.Mock.Clients;
using Open311.Mock.Journal;

namespace Open311.Mock.Serving;

/// <summary>
/// Sees what the server refused because it is no HTTP, which no handler ever gets: it is kept in the journal with a finding, for otherwise
/// the client that sent it would look flawless.
/// </summary>
internal sealed class BadRequestWatch : IObserver<KeyValuePair<string, object?>>, IDisposable
{
    const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    const int LongestReason = 300;

    readonly IDisposable subscription;
    readonly ServerParts parts;

    public BadRequestWatch(DiagnosticListener server, ServerParts parts)
    {
        this.parts = parts;
        subscription = server.Subscribe(this, name => name == Refused);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is not { Key: Refused, Value: IFeatureCollection features } || features.Get<IBadRequestExceptionFeature>()?.Error is not { } error)
            return;
        var request = features.Get<IHttpRequestFeature>();
        var reason = error.Message.Length > LongestReason ? error.Message[..LongestReason] : error.Message;
        var finding = parts.Judge.Malformed($"What cannot be read as HTTP: {reason}");
        var entry = new JournalEntry
        {
            At = parts.Options.Time.GetUtcNow(),
            Method = request?.Method is { Length: > 0 } method ? method : "?",
            Target = request?.RawTarget ?? "",
            Version = request?.Protocol ?? "",
            Client = new ClientKey(features.Get<IHttpConnectionFeature>()?.RemoteIpAddress, ""),
            Headers = [],
            Status = (error as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest,
            Findings = [finding],
        };
        parts.Journal.Add(entry);
        parts.Judge.Score.Note(entry.Findings, entry);
    }

    public void OnCompleted()
    {
        // The server stops; there is nothing to close here.
    }

    public void OnError(Exception error)
    {
        // A listener without errors: see DiagnosticListener.
    }

    public void Dispose() => subscription.Dispose();
}
