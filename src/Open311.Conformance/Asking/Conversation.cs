using System.Collections.Concurrent;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Asking;

/// <summary>All questions of a run: each is asked once and its answer shared; what was asked is kept in the order of the cases.</summary>
public sealed class Conversation
{
    readonly Inquirer inquirer;
    readonly ReadingShelf shelf;
    readonly ConcurrentDictionary<string, Lazy<Task<Reply>>> replies = new();
    int exchanges;

    /// <summary>Starts a conversation with a target.</summary>
    public Conversation(Target target, Inquirer inquirer)
        : this(target, inquirer, new ReadingShelf())
    {
    }

    internal Conversation(Target target, Inquirer inquirer, ReadingShelf shelf)
    {
        this.shelf = shelf;
        Target = target;
        this.inquirer = inquirer;
    }

    /// <summary>The target.</summary>
    public Target Target { get; }

    /// <summary>Whether reads are made with the operator's key, because the endpoint refuses them without.</summary>
    public bool KeyOnReads { get; set; }

    /// <summary>Where discovery documents are: <c>{DiscoveryBase}/discovery.xml</c>; null until known.</summary>
    public Uri? DiscoveryBase { get; set; }

    /// <summary>Exchanges made so far.</summary>
    public int Exchanges => exchanges;

    /// <summary>The URL a question is sent to.</summary>
    public Uri UrlOf(Ask ask) =>
        AskUrl.Of(ask, ask.Resource == ResourceKind.Discovery ? DiscoveryBase ?? Target.Endpoint : Target.Endpoint, Target, KeyOnReads);

    /// <summary>Asks, or gives the answer already had.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="caseId">The case that asks.</param>
    /// <param name="cancellation">Ends the run.</param>
    public Task<Reply> AskAsync(Ask ask, string caseId, CancellationToken cancellation) => AskAsync(ask, UrlOf(ask), caseId, cancellation);

    /// <summary>Asks at a URL of the caller's choice.</summary>
    public async Task<Reply> AskAsync(Ask ask, Uri url, string caseId, CancellationToken cancellation)
    {
        var request = RequestFor(ask, url, caseId);
        var reply = await replies.GetOrAdd(request.Key, _ => new(() => AskNowAsync(ask, request, cancellation))).Value.ConfigureAwait(false);
        return reply.Ask == ask ? reply : reply.As(ask);
    }

    /// <summary>Whether a question was asked already, so that its answer is at hand.</summary>
    public bool Knows(Ask ask) => replies.ContainsKey(RequestFor(ask, UrlOf(ask), "").Key);

    /// <summary>What a question looks like on its way.</summary>
    public ProbeRequest RequestFor(Ask ask, Uri url, string caseId) => new()
    {
        Method = ask.Method,
        Url = url,
        Headers =
        [
            .. ask.Headers,
            .. ask.Resource == ResourceKind.Discovery || ask.Elsewhere ? [] : ExtraHeaders(ask),
        ],
        Body = ask.Body,
        CaseId = caseId,
        Occasion = ask.Occasion,
    };

    /// <summary>The replies to questions that were completed, each once, in the order of the given exchange keys.</summary>
    public IReadOnlyList<Reply> Replies(IEnumerable<string> keys)
    {
        var found = new List<Reply>();
        var seen = new HashSet<Reply>();
        var byExchange = replies.Values
            .Where(r => r.IsValueCreated && r.Value.IsCompletedSuccessfully)
            .Select(r => r.Value.Result)
            .OrderBy(r => r.Inquiry.Attempts[0].Request.Key, StringComparer.Ordinal)
            .SelectMany(r => r.Inquiry.All.Select(e => (e.Request.Key, Reply: r)))
            .ToLookup(r => r.Key, r => r.Reply);
        foreach (var reply in keys.SelectMany(k => byExchange[k]))
        {
            if (seen.Add(reply))
                found.Add(reply);
        }

        return found;
    }

    IEnumerable<HeaderField> ExtraHeaders(Ask ask)
    {
        var extra = Target.ExtraHeaders.Where(h => !(ask.Anonymous && Credentials.Are(h.Key))).Select(h => new HeaderField(h.Key, h.Value));
        return KeyOnReads && !ask.Anonymous && ask.Method == "GET" && Credentials.InHeader(Target) && Target.ApiKey is { } key
            ? extra.Append(Credentials.Header(Target, key))
            : extra;
    }

    async Task<Reply> AskNowAsync(Ask ask, ProbeRequest request, CancellationToken cancellation)
    {
        var inquiry = await inquirer.FollowAsync(request, cancellation).ConfigureAwait(false);
        Interlocked.Add(ref exchanges, inquiry.Attempts.Count + inquiry.Hops.Count);
        return new Reply(ask, inquiry, shelf);
    }
}
