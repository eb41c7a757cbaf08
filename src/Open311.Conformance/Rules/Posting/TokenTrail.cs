using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Everything that was answered about one token in one format, from right after the POST until it gave an id or time was up.</summary>
/// <param name="Asked">The answers in order.</param>
/// <param name="Id">The id it gave; null when it gave none.</param>
sealed record TokenTrail(IReadOnlyList<Reply> Asked, string? Id)
{
    // Occasion 0 is the question right after the POST.
    const int Later = 100;

    public Reply Last => Asked[^1];

    /// <summary>The one request in an answer for a token; null when there is none.</summary>
    public static RequestItem? Item(Examination e, Reply reply) =>
        reply.Succeeded && reply.Document is not null && e.Shapes.Read(reply)?.Items is [var only, ..] ? new RequestItem(only) : null;

    /// <summary>Asks for a token until it gives an id, at most as often as the run polls.</summary>
    public static async Task<TokenTrail> FollowAsync(Examination e, Posted posted, DataFormat format)
    {
        var ask = Ask.Token(posted.Token!, format);
        var asked = new List<Reply>();
        for (var look = 0; look <= e.Posts.Polls.Count; look++)
        {
            var reply = await e.AskAsync(ask.Again(Later + look)).ConfigureAwait(false);
            asked.Add(reply);
            if (Item(e, reply)?.Id is { } id)
            {
                e.Posts.Resolved(posted, id);
                return new(asked, id);
            }

            if (look == e.Posts.Polls.Count || e.Posts.WaitedInVain)
                break;
            await e.PauseBeforeAsync(ask.Again(Later + look + 1), e.Posts.Polls[look]).ConfigureAwait(false);
        }

        e.Posts.WaitedInVain = true;
        return new(asked, null);
    }

    /// <summary>The id of a report as far as it is known: out of the answer, or through its token.</summary>
    public static string? KnownId(Examination e, Posted posted) =>
        posted.Id ?? e.Posts.Records.FirstOrDefault(r => r.Number == posted.Number)?.ServiceRequestId;
}
