using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Reading a request does not change it.</summary>
sealed class ReadingChangesNothing : IRule
{
    public const string Requirement = "GR2-HTTP-014";
    static readonly TimeSpan pause = TimeSpan.FromSeconds(2);
    static readonly TimeSpan settled = TimeSpan.FromDays(1);

    public string Name => "reading-changes-nothing";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;

        // Where updated_datetime moves with every reading, no request ever looks settled: the time of the request then has to do.
        var closed = Sample.Pool(e).Where(i => StatusFilter.Is(i, "closed") && (i.Updated ?? i.Requested) < e.Now - settled).ToList();
        if (closed.Count == 0)
            closed = [.. Sample.Pool(e).Where(i => StatusFilter.Is(i, "closed") && i.Requested < e.Now - settled)];
        if (closed.Count == 0)
        {
            Sample.None(e, "No closed request last updated more than a day ago is known").Record(e, Requirement);
            return;
        }

        var changes = new List<Change>();
        var read = 0;
        foreach (var item in closed.Take(3))
        {
            if (await ReadTwiceAsync(e, item.Id!).ConfigureAwait(false) is not { } change)
                continue;
            read++;
            if (change.Fields.Count > 0)
                changes.Add(change);
            else
                break;
        }

        if (read == 0)
            e.Inconclusive(Requirement, $"No closed request could be read both in a list and by its id.", (await SingleRequest.TryAsync(e).ConfigureAwait(false)).IsBroken ? SingleRequest.Requirement : null);
        else if (changes.Count == 0)
            e.Pass(Requirement, $"The request {closed[0].Id} reads the same before and after it was read.");
        else if (changes.Count == read && (read > 1 || closed.Count == 1))
            Judge(e, changes, read);
        else
            e.Inconclusive(Requirement, $"The request {changes[0].Id} changed while it was read ({string.Join(", ", changes[0].Fields)}); another did not.", reply: changes[0].Reply);
    }

    static void Judge(Examination e, List<Change> changes, int read)
    {
        var steady = changes.Select(c => c.Fields.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToList();
        if (steady.Count == 0 || read == 1)
            e.Inconclusive(Requirement, $"The request {changes[0].Id} changed while it was read ({string.Join(", ", changes[0].Fields)}), but not in a way that repeats.", reply: changes[0].Reply);
        else
            e.Violated(Requirement, $"{string.Join(", ", steady)} of {read} closed requests changed while they were only read, of {changes[0].Id} from \"{changes[0].Before.Value(steady[0])}\" to \"{changes[0].After.Value(steady[0])}\".", changes[0].Before.Value(steady[0]), changes[0].After.Value(steady[0]), changes[0].Reply, changes[0].After.Child(steady[0]));
    }

    static async Task<Change?> ReadTwiceAsync(Examination e, string id)
    {
        var inWindow = e.Survey.Window is { } window && window.List.Items.Any(i => i.Id == id) ? window.Arguments : [];
        var list = Ask.Requests(e.Reading, inWindow);
        var before = (await Listing.AskAsync(e, list.Again(8)).ConfigureAwait(false)).Find(id);
        var single = await SingleAsync(e, id, 8).ConfigureAwait(false);
        await e.PauseAsync(e.Settings.Pause > TimeSpan.Zero ? pause : TimeSpan.Zero).ConfigureAwait(false);
        var singleAgain = await SingleAsync(e, id, 9).ConfigureAwait(false);
        var listing = await Listing.AskAsync(e, list.Again(9)).ConfigureAwait(false);
        if (before is null || single is not { } one || singleAgain is not { } two || listing.Find(id) is not { } after)
            return null;
        var fields = Likeness.Differences(e, one.Node, two.Node);
        return fields.Count > 0
            ? new(id, fields, one.Node, two.Node, two.Reply)
            : new(id, Likeness.Differences(e, before.Node, after.Node), before.Node, after.Node, listing.Reply);
    }

    static async Task<(Node Node, Reply Reply)?> SingleAsync(Examination e, string id, int occasion)
    {
        var reply = await e.AskAsync(Ask.Request(id, e.Reading).Again(occasion)).ConfigureAwait(false);
        return reply.Succeeded && e.Shapes.Read(reply) is { Recognised: true, Items: [var node] } ? (node, reply) : null;
    }

    sealed record Change(string Id, IReadOnlyList<string> Fields, Node Before, Node After, Reply Reply);
}
