using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A fresh report is in the list of its hour, with and without its service as filter.</summary>
sealed class PostedIsListed : IRule
{
    const string Requirement = "GR2-CON-013";

    public string Name => "posted-is-listed";

    public async Task JudgeAsync(Examination e)
    {
        var seen = await ReadBack.AllAsync(e, Requirement, e.Posts.Log.Where(p => p.Id is not null)).ConfigureAwait(false);
        foreach (var group in seen.GroupBy(s => s.Posted.ServiceCode).Take(2))
        {
            // A filter takes a comma for the end of a code.
            if (group.Key is null || !group.Key.Contains(','))
                await JudgeAsync(e, group.Key, [.. group]).ConfigureAwait(false);
            await JudgeAsync(e, null, [.. group]).ConfigureAwait(false);
        }
    }

    static async Task JudgeAsync(Examination e, string? code, IReadOnlyList<(Posted Posted, Sighting Seen)> due)
    {
        var reply = await Recent.ListAsync(e, code, list => due.All(d => IsIn(d, list))).ConfigureAwait(false);
        if (!e.Answered(reply, Requirement))
            return;
        if (Recent.List(e, reply) is not { } last)
        {
            e.Inconclusive(Requirement, $"Could not be exercised: {Where.Of(reply)} is answered {reply.Status}.", "GR2-REQS-001", reply);
            return;
        }

        var missing = due.Where(d => !IsIn(d, last)).ToList();
        var misdated = missing.Count > 0 && missing.All(m => m.Seen.Item!.Requested is not { } at || Math.Abs((at - m.Posted.Sent).TotalMinutes) > 29);
        if (missing.Count == 0)
            e.Pass(Requirement, $"{due.Count} fresh reports are listed{(code is null ? "" : " under their service")}.", reply);
        else
            e.Violated(Requirement, $"{missing.Count} of {due.Count} reports that can be read by their id, {missing[0].Seen.Id} among them, are not in {Where.Of(reply)}.", missing[0].Seen.Id, $"{last.Items.Count} requests", reply, blockedBy: misdated ? "GR2-CON-012" : null);
    }

    static bool IsIn((Posted Posted, Sighting Seen) due, RequestList list) => list.Items.Any(i => SameId.Instance.Equals(i.Id, due.Seen.Id));
}
