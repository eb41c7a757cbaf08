using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Lists of the time in which the run posted.</summary>
static class Recent
{
    const int Occasion = 300;
    static readonly TimeSpan around = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The list of the half hours around the run's POSTs, asked again until what is looked for is in it or time is up.
    /// </summary>
    /// <param name="e">The case at work.</param>
    /// <param name="code">The service_code to filter by; null for none.</param>
    /// <param name="holds">What is looked for.</param>
    public static async Task<Reply> ListAsync(Examination e, string? code, Func<RequestList, bool> holds)
    {
        var times = e.Posts.Log.Select(p => p.Sent).Append(e.Now).ToList();
        var ask = Ask.Requests(e.Reading, ("start_date", Instants.Write(times.Min() - around)), ("end_date", Instants.Write(times.Max() + around)));
        if (code is not null)
            ask = ask.With("service_code", code);
        for (var look = 0; ; look++)
        {
            var reply = await e.AskAsync(ask.Again(Occasion + look)).ConfigureAwait(false);
            if (List(e, reply) is { } list && holds(list))
                return reply;
            if (e.Posts.WaitedInVain)
                return reply;
            if (look == e.Posts.Polls.Count)
            {
                e.Posts.WaitedInVain = true;
                return reply;
            }

            await e.PauseBeforeAsync(ask.Again(Occasion + look + 1), e.Posts.Polls[look]).ConfigureAwait(false);
        }
    }

    /// <summary>The list in an answer; null when there is none.</summary>
    public static RequestList? List(Examination e, Reply reply) =>
        reply.Succeeded && reply.Document is not null && e.Shapes.Read(reply) is { Recognised: true } shaped
            ? new(reply, shaped.Requests)
            : null;

    /// <summary>The requests whose description bears a mark, each id once.</summary>
    public static IReadOnlyList<RequestItem> Marked(RequestList list, string nonce) =>
        [.. list.Items.Where(i => i.Node.Value("description")?.Contains(nonce, StringComparison.Ordinal) == true).DistinctBy(i => i.Id)];
}
