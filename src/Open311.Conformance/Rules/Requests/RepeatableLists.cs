using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Repeating the same query at once gives the same set in the same order.</summary>
sealed class RepeatableLists : IRule
{
    public string Name => "repeatable-lists";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if (Ground.Arguments(e) is not { } ground)
        {
            Sample.None(e).Record(e, e.Requirement);
            return;
        }

        // Three askings agree, or five tell a request that was just hidden or moved in from lists that never settle.
        var lists = new List<Listing>();
        for (var occasion = 2; occasion < 5 || (occasion < 7 && Changes(lists).Any()); occasion++)
            lists.Add(await Listing.AskAsync(e, Ask.Requests(e.Reading, ground).Again(occasion)).ConfigureAwait(false));
        var changes = Changes(lists).ToList();
        var first = lists[0];
        if (lists.Count(l => l.List is not null) < 2)
            Trial.Untried(first.Trouble ?? new(DateFilter.Requirement, $"{first.Name} was answered {first.Reply.Status}"), first.Reply).Record(e, e.Requirement);
        else if (changes.Count > 1)
            e.Violated(e.Requirement, $"{first.Name}, asked {lists.Count} times at once, gives other requests {changes.Count} times.", $"the same {lists.Max(l => l.Items.Count)} requests", $"from {lists.Min(l => l.Items.Count)} to {lists.Max(l => l.Items.Count)} requests", changes[0].Reply);
        else if (changes.Count == 1)
            e.Inconclusive(e.Requirement, $"{first.Name} changed once while it was asked {lists.Count} times.", reply: changes[0].Reply);
        else if (lists.FirstOrDefault(l => !l.Items.Select(i => i.Id).SequenceEqual(first.Items.Select(i => i.Id))) is { } other)
            e.Inform(e.Requirement, $"{first.Name}, asked again at once, gives the same requests in another order.", reply: other.Reply);
        else
            e.Pass(e.Requirement, $"{first.Name}, asked again at once, gives the same requests in the same order.", first.Reply);
    }

    static IEnumerable<Listing> Changes(List<Listing> lists)
    {
        var good = lists.Where(l => l.List is not null).ToList();
        return good.Zip(good.Skip(1)).Where(p => !p.First.Ids().SetEquals(p.Second.Ids())).Select(p => p.Second);
    }
}
