using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>A request reads the same in the list and as single resource.</summary>
sealed class ListAndSingleAgree : IRule
{
    public string Name => "list-and-single-agree";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if ((await SingleRequest.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, SingleRequest.Requirement))
            return;
        foreach (var item in SingleRequest.Chosen(e))
            await CompareAsync(e, item.Id!).ConfigureAwait(false);
        if (!e.Record.Has(e.Requirement, e.Format))
            Sample.None(e, "No request could be read both in a list and by its id").Record(e, e.Requirement);
    }

    static async Task CompareAsync(Examination e, string id)
    {
        var first = await PairAsync(e, id, 0).ConfigureAwait(false);
        if (first is not { } pair)
            return;
        if (!SameId.Instance.Equals(pair.Single.Id, id))
        {
            e.Inconclusive(e.Requirement, $"{Where.Of(pair.Reply)} gives another request.", SingleRequestHasTheId.Requirement, pair.Reply);
            return;
        }

        var differing = Likeness.Differences(e, pair.Listed.Node, pair.Single.Node);
        if (differing.Count == 0)
        {
            e.Pass(e.Requirement, "Requests read the same in the list and as single resource.", pair.Reply);
            return;
        }

        // An update may have come in between; a field that changes with every reading is GR2-HTTP-014's matter.
        var occasion = Occasions.Of($"{e.Requirement} {e.Reading} {id}");
        var second = await PairAsync(e, id, occasion).ConfigureAwait(false);
        if (second is not { } again || await PairAsync(e, id, occasion + 1).ConfigureAwait(false) is not { } after)
            return;
        differing = [.. differing.Intersect(Likeness.Differences(e, again.Listed.Node, again.Single.Node))];
        var unsteady = new[] { (pair.Listed, again.Listed), (pair.Single, again.Single), (again.Listed, after.Listed), (again.Single, after.Single) }
            .SelectMany(p => Likeness.Differences(e, p.Item1.Node, p.Item2.Node))
            .ToHashSet();
        if (differing.FirstOrDefault(f => !unsteady.Contains(f)) is not { } field)
        {
            e.Inconclusive(e.Requirement, $"The request {id} changes while it is read ({string.Join(", ", unsteady)}).", ReadingChangesNothing.Requirement, again.Reply);
            return;
        }

        var listed = again.Listed.Node.Value(field);
        var single = again.Single.Node.Value(field);
        var message = $"The request {id} has {field} \"{listed}\" in the list and \"{single}\" in {Where.Of(again.Reply)}{(differing.Count > 1 ? $"; {string.Join(", ", differing.Where(f => f != field))} differ, too" : "")}.";
        if (differing.All(f => again.Listed.Node.Child(f) is not { IsEmpty: false }))
            e.Warn(e.Requirement, message, "the same fields in both", $"{field} only in the single resource", again.Reply, again.Single.Node.Child(field));
        else
            e.Violated(e.Requirement, message, listed, single, again.Reply, again.Single.Node.Child(field) ?? again.Single.Node, again.Damaged);
    }

    static async Task<(RequestItem Listed, RequestItem Single, Reply Reply, string? Damaged)?> PairAsync(Examination e, string id, int occasion)
    {
        var list = await Listing.AskAsync(e, Ask.Requests(e.Reading, Ground.Arguments(e) ?? []).Again(occasion)).ConfigureAwait(false);
        if (list.List is not null && !list.Has(id) && Ground.Arguments(e) is { Length: > 0 })
            list = await Listing.AskAsync(e, Ask.Requests(e.Reading).Again(occasion)).ConfigureAwait(false);
        var reply = await e.AskAsync(Ask.Request(id, e.Reading).Again(occasion)).ConfigureAwait(false);
        return list.Find(id) is { } listed && reply.Succeeded && e.Shapes.Read(reply) is { Recognised: true, Items: [var node] } ? (listed, new RequestItem(node), reply, Damage.Of(list.Reply) ?? Damage.Of(reply)) : null;
    }
}
