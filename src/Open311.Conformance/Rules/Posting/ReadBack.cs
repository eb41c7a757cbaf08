using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Posting;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Reads posted reports back by their ids, patiently: nothing says how soon they must be visible.</summary>
static class ReadBack
{
    /// <summary>Why nothing can be read back in a city of blackbox services.</summary>
    public const string NoId = "all services are of type blackbox, whose reports get no id";

    const int Occasion = 200;

    /// <summary>Reads one report; by its token, where it has no id of its own.</summary>
    public static async Task<Sighting> OfAsync(Examination e, Posted posted, DataFormat format)
    {
        var id = posted.Id;
        if (id is null && posted.Token is not null)
            id = (await TokenTrail.FollowAsync(e, posted, e.Survey.Primary).ConfigureAwait(false)).Id;
        return id is null ? new(null, null, null) : await ByIdAsync(e, id, format).ConfigureAwait(false);
    }

    /// <summary>Reads the request of an id.</summary>
    public static async Task<Sighting> ByIdAsync(Examination e, string id, DataFormat format)
    {
        for (var look = 0; ; look++)
        {
            var reply = await e.AskAsync(Ask.Request(id, format).Again(Occasion + look)).ConfigureAwait(false);
            if (Item(e, reply, id) is { } item)
                return new(id, reply, item);
            if (look == e.Posts.Polls.Count || e.Posts.WaitedInVain)
            {
                e.Posts.WaitedInVain = true;
                return new(id, reply, null);
            }

            await e.PauseBeforeAsync(Ask.Request(id, format).Again(Occasion + look + 1), e.Posts.Polls[look]).ConfigureAwait(false);
        }
    }

    /// <summary>Reads back the accepted reports posted for a purpose; none that did not come (then the requirement is closed with the reason).</summary>
    public static async Task<IReadOnlyList<(Posted Posted, Sighting Seen)>> AllAsync(Examination e, string requirement, IEnumerable<Posted> posts)
    {
        var seen = new List<(Posted, Sighting)>();
        var any = false;
        foreach (var posted in posts.Where(p => p.Counts))
        {
            any = true;
            var sighting = await OfAsync(e, posted, e.Reading).ConfigureAwait(false);
            if (sighting.Item is { } item && !IsAnother(e, posted, item))
                seen.Add((posted, sighting));
        }

        if (seen.Count == 0)
            Close(e, requirement, !any ? "no such report was accepted" : e.Posts.Services.OnlyBlackbox ? NoId : Unseen(e), any ? Blame(e) : null);
        return seen;
    }

    /// <summary>Whether what came back is plainly not the report, but another of this run or a request known from before.</summary>
    public static bool IsAnother(Examination e, Posted posted, RequestItem item)
    {
        var text = item.Node.Value("description") ?? "";
        return text.Contains($"{e.Posts.RunId}-", StringComparison.OrdinalIgnoreCase)
            ? !text.Contains(posted.Nonce, StringComparison.OrdinalIgnoreCase)
            : e.Survey.Known.Any(k => k.Id is not null && SameId.Instance.Equals(k.Id, item.Id));
    }

    /// <summary>Takes down that a requirement could not be exercised, with the deepest reason known.</summary>
    public static void Close(Examination e, string requirement, string reason, string? blockedBy = null)
    {
        if (e.Target.Writes.DryRun)
            e.Skipped(requirement, "Nothing was posted: this is a dry run.");
        else if (e.Posts.Reference?.Trouble is { } trouble)
            e.Inconclusive(requirement, $"Could not be exercised: {trouble}.", e.Posts.Reference.BlockedBy, e.Posts.Reference.Posted.Reply);
        else if (e.Posts.Reference is null || (reason.StartsWith("no such", StringComparison.Ordinal) && e.Posts.Log.Count >= e.Target.Writes.MaxPosts))
            e.Skipped(requirement, e.Posts.Log.Count >= e.Target.Writes.MaxPosts ? $"Not posted: the budget of {e.Target.Writes.MaxPosts} POSTs is used up; a larger one is given by --max-posts." : "Not posted: no plain report could be made; give a place inside the service area by --lat and --long.");
        else if (reason == NoId)
            e.NotApplicable(requirement, $"Nothing can be read back: {reason}.");
        else
            e.Inconclusive(requirement, $"Could not be exercised: {reason}.", blockedBy);
    }

    /// <summary>Whether the city publishes a field at all: some listed request has it.</summary>
    public static bool IsPublished(Examination e, string field) =>
        e.Survey.Known.Count == 0 || e.Survey.Known.Any(i => i.Node.Value(field) is not null);

    static string Unseen(Examination e) => e.Target.Writes.Moderated
        ? "the operator says that reports stay hidden until somebody approves them"
        : "no such report could be read back";

    static string? Blame(Examination e) => e.Target.Writes.Moderated ? null : "GR2-CON-009";

    static RequestItem? Item(Examination e, Reply reply, string id)
    {
        if (!reply.Succeeded || reply.Document is null || e.Shapes.Read(reply) is not { Recognised: true } shaped)
            return null;
        var items = shaped.Requests;
        return items.FirstOrDefault(i => SameId.Instance.Equals(i.Id, id)) ?? (items is [{ Id: null } only] ? only : null);
    }
}
