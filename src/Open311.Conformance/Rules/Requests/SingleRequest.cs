using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>GET requests/{id} answers 200 for a known id. That one among several is not found is GR2-CON-014's matter.</summary>
sealed class SingleRequest : IRule
{
    public const string Requirement = "GR2-REQ-001";
    const int Tried = 5;

    public string Name => "single-request";

    public async Task JudgeAsync(Examination examination) => (await TryAsync(examination).ConfigureAwait(false)).Record(examination, Requirement);

    /// <summary>The requests read: of different services and statuses.</summary>
    public static IReadOnlyList<RequestItem> Chosen(Examination e) => Sample.Of(e, Tried);

    public static async Task<Trial> TryAsync(Examination e)
    {
        if (Chosen(e) is not [var first, ..] chosen)
            return Sample.None(e);
        var replies = new List<(RequestItem Item, Reply Reply)>();
        foreach (var item in chosen)
            replies.Add((item, await ReadAsync(e, item.Id!).ConfigureAwait(false)));
        if (replies.FirstOrDefault(r => Blocker.Of(r.Reply) is null && !r.Reply.Succeeded && r.Reply.Status is not (401 or 403 or 404)) is { Reply: { } refused })
            return Trial.Broken($"{Where.Of(refused)} is answered {refused.Status}, expected 200 with the request.", "200", $"{refused.Status} {refused.Excerpt()}", refused);
        if (replies.Count(r => r.Reply.Succeeded) is > 0 and var good)
            return Trial.Works($"{good} of {replies.Count} known requests were read by their ids.", replies.First(r => r.Reply.Succeeded).Reply);
        var reply = replies[0].Reply;
        if (Blocker.Of(reply) is { } blocker)
            return Trial.Untried(blocker, reply);
        if (reply.Status is 401 or 403)
            return Trial.Untried(new Blocker("GR2-KEY-001", $"{Where.Of(reply)} was answered {reply.Status}"), reply);
        if (!await Sample.IsStillListedAsync(e, first.Id!).ConfigureAwait(false))
            return Trial.Untried($"The request {first.Id} was listed at first and is not any more.", reply: reply);
        return Trial.Broken($"{Where.Of(reply)} is answered {reply.Status}, and so are {replies.Count - 1} other known requests; expected 200.", "200", $"{reply.Status} {reply.Excerpt()}", reply);
    }

    /// <summary>Reads one; what is refused is asked for once more.</summary>
    public static async Task<Reply> ReadAsync(Examination e, string id)
    {
        var reply = await e.AskAsync(Ask.Request(id, e.Reading)).ConfigureAwait(false);
        return reply.Succeeded || Blocker.Of(reply) is not null ? reply : await e.AskAsync(Ask.Request(id, e.Reading).Again(1)).ConfigureAwait(false);
    }
}
