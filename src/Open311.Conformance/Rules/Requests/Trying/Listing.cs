using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>A question for requests and what came of it, before anything is taken down.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="List">The list in it; null when there is none.</param>
/// <param name="Trouble">Why the answer cannot be judged; null for a list and for a plain refusal.</param>
sealed record Listing(Reply Reply, RequestList? List, Blocker? Trouble)
{
    /// <summary>Whether a whole answer came that is neither 2xx nor 401, 403 or 5xx.</summary>
    public bool IsRefused => List is null && Trouble is null;

    /// <summary>The items; none where there is no list.</summary>
    public IReadOnlyList<RequestItem> Items => List?.Items ?? [];

    /// <summary>How messages name it.</summary>
    public string Name => Where.Of(Reply);

    /// <summary>What was received, for a refusal.</summary>
    public string Received => $"{Reply.Status} {Reply.Excerpt()}";

    /// <summary>Whether an id is listed.</summary>
    public bool Has(string id) => Items.Any(i => i.Id is not null && SameId.Instance.Equals(i.Id, id));

    /// <summary>The item of that id.</summary>
    public RequestItem? Find(string id) => Items.FirstOrDefault(i => i.Id is not null && SameId.Instance.Equals(i.Id, id));

    /// <summary>The ids listed.</summary>
    public HashSet<string> Ids() => Items.Select(i => i.Id).OfType<string>().ToHashSet(SameId.Instance);

    public static async Task<Listing> AskAsync(Examination e, Ask ask)
    {
        var reply = await e.AskAsync(ask).ConfigureAwait(false);
        if (Blocker.Of(reply) is { } blocker)
            return new(reply, null, blocker);
        if (reply.Status is 401 or 403)
            return new(reply, null, new("GR2-KEY-001", $"{Where.Of(reply)} was answered {reply.Status}"));
        if (!reply.Succeeded)
            return new(reply, null, await Twin.FormatCauseAsync(e, ask).ConfigureAwait(false) is { } cause ? new(cause, $"{Where.Of(reply)} was answered {reply.Status}, as is all of its kind in this format") : null);
        if (Blocker.OfDocument(reply) is { } unreadable)
            return new(reply, null, unreadable);
        return e.Shapes.Read(reply) is { Recognised: true } shaped
            ? new(reply, new(reply, shaped.Requests), null)
            : new(reply, null, new(reply.Ask.Format == DataFormat.Xml ? "GR2-XML-002" : "GR2-JSON-002", $"{Where.Of(reply)} is no list of requests"));
    }

    public static Task<Listing> AskAsync(Examination e, params (string Name, string Value)[] arguments) => AskAsync(e, Ask.Requests(e.Reading, arguments));

    /// <summary>Whether the item says of itself that it changed since the run began: then it may have changed back, too.</summary>
    public static bool IsStirring(Examination e, RequestItem item) => item.Updated >= e.Now - TimeSpan.FromMinutes(1);

    /// <summary>Ids of the requests that read the same in another list: what they are did not change between the two.</summary>
    public HashSet<string> Resting(Examination e, Listing other)
    {
        var others = other.Items.Where(i => i.Id is not null).DistinctBy(i => i.Id!, SameId.Instance).ToDictionary(i => i.Id!, SameId.Instance);
        return Items.Where(i => i.Id is not null && others.TryGetValue(i.Id, out var twin) && Likeness.Differences(e, i.Node, twin.Node).Count == 0).Select(i => i.Id!).ToHashSet(SameId.Instance);
    }

    /// <summary>The same question asked afresh.</summary>
    public Task<Listing> AgainAsync(Examination e, int occasion = 1) => AskAsync(e, Reply.Ask.Again(occasion));
}
