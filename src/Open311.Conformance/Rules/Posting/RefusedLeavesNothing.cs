using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A refused report leaves no request behind, and nor does a GET with the arguments of one.</summary>
sealed class RefusedLeavesNothing : IRule
{
    const string Requirement = "GR2-POST-037";
    const string ByGet = "GR2-HTTP-008";

    public string Name => "refused-leaves-nothing";

    public async Task JudgeAsync(Examination e)
    {
        var refused = e.Posts.Log.Where(p => p.Refused && p.Field("description") is not null).ToList();
        var accepted = e.Posts.Log.Where(p => p.Counts && p.Field("description") is not null).ToList();
        // Reports without id or token, to blackbox services, are not waited for: nothing says that they are ever listed.
        var traceless = accepted.All(p => (p.Id ?? p.Token) is null);
        var reply = await Recent.ListAsync(e, null, list => traceless || accepted.Any(p => Recent.Marked(list, p.Nonce).Count > 0)).ConfigureAwait(false);
        var list = Recent.List(e, reply);
        var visible = list is not null && accepted.Any(p => Recent.Marked(list, p.Nonce).Count > 0);
        if (list is not null)
        {
            Judge(e, list, refused, visible);
            JudgeGet(e, list, visible);
        }

        foreach (var requirement in e.Case.Requirements.Where(r => !e.Record.Has(r, e.Format)))
            ReadBack.Close(e, requirement, refused.Count == 0 ? "no report was refused" : "no accepted report could be found in a list by its description, so that a refused one might stay hidden as well");
    }

    static void Judge(Examination e, RequestList list, IReadOnlyList<Posted> refused, bool visible)
    {
        foreach (var posted in refused)
        {
            if (Recent.Marked(list, posted.Nonce) is [var made, ..])
                e.Violated(Requirement, $"The report with {Tried.Words(posted.Draft)} was answered {posted.Reply.Status}, and yet is listed as {made.Id}.", "nothing created", made.Id, list.Reply, made.Node);
            else if (visible)
                e.Pass(Requirement, "A refused report is not listed.", list.Reply);
        }
    }

    static void JudgeGet(Examination e, RequestList list, bool visible)
    {
        if (!e.Posts.IsTest)
            e.Record.Add(Findings.Verdict.Skipped, ByGet, e.Format, "Not tried: a GET with the arguments of a POST is sent to endpoints only that discovery calls test.");
        else if (Recent.Marked(list, e.Posts.GetNonce) is [var made, ..])
            e.Violated(ByGet, $"A GET on the list of requests with the arguments of a POST created {made.Id}.", "nothing created", made.Id, list.Reply, made.Node);
        else if (visible)
            e.Pass(ByGet, "A GET with the arguments of a POST creates nothing.", list.Reply);
    }
}
