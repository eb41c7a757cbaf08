using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Different reports get different ids, and different tokens.</summary>
sealed class DistinctIds : IRule
{
    const string Requirement = "GR2-POST-009";

    public string Name => "distinct-ids";

    public async Task JudgeAsync(Examination e)
    {
        var accepted = e.Posts.Log.Where(p => p.Counts).ToList();
        foreach (var posted in accepted.Where(p => p.Token is not null))
            await TokenTrail.FollowAsync(e, posted, e.Reading).ConfigureAwait(false);
        Compare(e, "service_request_id", accepted.Select(p => (p, TokenTrail.KnownId(e, p))));
        Compare(e, "token", accepted.Select(p => (p, p.Token)));
        if (!e.Record.Has(Requirement, e.Format))
            ReadBack.Close(e, Requirement, "fewer than two reports were answered with an id or token");
    }

    static void Compare(Examination e, string what, IEnumerable<(Posted Posted, string? Value)> all)
    {
        var given = all.Where(p => p.Value is not null).ToList();
        foreach (var same in given.GroupBy(p => p.Value, SameId.Instance).Where(g => g.Count() > 1))
        {
            var (first, second) = (same.First().Posted, same.Last().Posted);
            e.Violated(Requirement, $"Two different reports ({first.Nonce} and {second.Nonce}) have the same {what} {same.Key}.", $"a {what} of its own for each", same.Key, second.Reply, second.Item);
        }

        if (given.Count > 1 && given.Select(p => p.Value).Distinct(SameId.Instance).Count() == given.Count)
            e.Pass(Requirement, $"{given.Count} reports have {given.Count} different values of {what}.");
    }
}
