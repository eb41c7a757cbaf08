using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;

namespace Open311.Conformance.Running;

/// <summary>Groups violations under their root: what follows from another violation is told with it, once.</summary>
public static class CauseFinder
{
    /// <summary>The causes, the gravest first.</summary>
    /// <param name="findings">Every finding.</param>
    /// <param name="exchanges">The evidence.</param>
    public static IReadOnlyList<Cause> Find(IReadOnlyList<Finding> findings, IReadOnlyList<Exchange> exchanges)
    {
        _ = exchanges;
        var violated = findings.Select((finding, index) => (finding, index)).Where(f => f.finding.Verdict is Verdict.Fail or Verdict.Warn).ToList();
        var ids = violated.Select(v => v.finding.Requirement.Id).ToHashSet(StringComparer.Ordinal);
        string Root(Finding finding)
        {
            // A chain of "follows from" ends at a violation that follows from nothing violated.
            var root = finding.Requirement.Id;
            var next = finding.BlockedBy;
            for (var hops = 0; next is not null && ids.Contains(next) && hops < 10; hops++)
            {
                root = next;
                next = violated.First(v => v.finding.Requirement.Id == root).finding.BlockedBy;
            }

            return root;
        }

        return
        [
            .. violated.GroupBy(v => Root(v.finding))
                .Select(group => Of(group.Key, [.. group.OrderBy(v => v.finding.Requirement.Id != group.Key)], findings))
                .OrderBy(c => c.Verdict == Verdict.Fail ? 0 : 1)
                .ThenByDescending(c => c.Blocked.Count),
        ];
    }

    static Cause Of(string requirement, IReadOnlyList<(Finding Finding, int Index)> members, IReadOnlyList<Finding> findings)
    {
        var telling = members[0].Finding;
        var blocked = findings.Where(f => f.Verdict == Verdict.Inconclusive && f.BlockedBy == requirement).Select(f => f.Requirement.Id).Distinct().ToList();
        var shown = members.SelectMany(m => m.Finding.More.Select(o => o.Exchange).Prepend(m.Finding.Exchange)).OfType<int>().Distinct().Order().ToList();
        var verdict = members.Any(m => m.Finding.Verdict == Verdict.Fail) ? Verdict.Fail : Verdict.Warn;
        var often = telling.Occurrences > 1 ? $" ({telling.Occurrences} times in {telling.Observations} observations)" : "";
        return new(requirement, verdict, telling.Message.TrimEnd('.') + often + ".", [.. members.Select(m => m.Index)], blocked, shown);
    }
}
