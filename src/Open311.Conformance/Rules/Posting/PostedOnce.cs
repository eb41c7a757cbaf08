using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Posting;

/// <summary>One accepted report makes one request.</summary>
sealed class PostedOnce : IRule
{
    const string Requirement = "GR2-POST-036";

    public string Name => "posted-once";

    public async Task JudgeAsync(Examination e)
    {
        var posts = e.Posts.Log.Where(p => p.Counts && p.Field("description")?.Contains(p.Nonce, StringComparison.Ordinal) == true).ToList();
        foreach (var code in posts.Select(p => p.ServiceCode).Distinct().Take(2).Prepend(null))
        {
            var mine = code is null ? posts : [.. posts.Where(p => p.ServiceCode == code)];

            // A report to a blackbox service has no id to be listed under: it is counted where it shows, and never waited for.
            var reply = await Recent.ListAsync(e, code, list => mine.All(p => (p.Id ?? p.Token) is null || Recent.Marked(list, p.Nonce).Count > 0)).ConfigureAwait(false);
            if (Recent.List(e, reply) is not { } last)
                continue;
            foreach (var posted in mine)
            {
                var marked = Recent.Marked(last, posted.Nonce);
                if (marked.Count == 1)
                    e.Pass(Requirement, "One report makes one request.", reply);
                else if (marked.Count > 1)
                    e.Violated(Requirement, $"One POST ({posted.Nonce}) made {marked.Count} requests: {string.Join(", ", marked.Take(5).Select(m => m.Id))}.", "one request", $"{marked.Count}", reply, marked[^1].Node);
            }
        }

        if (!e.Record.Has(Requirement, e.Format))
            ReadBack.Close(e, Requirement, "no report could be found in a list by its description", e.Target.Writes.Moderated ? null : "GR2-CON-013");
    }
}
