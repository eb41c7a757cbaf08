using Open311.Conformance.Judging;
using Open311.Conformance.Posting;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Notes whether the key is accepted in the URL of a POST. There it may end in logs, so that only test endpoints are asked.</summary>
sealed class KeyInQuery : IRule
{
    const string Requirement = "GR2-KEY-006";

    public string Name => "key-in-query";

    public async Task JudgeAsync(Examination e)
    {
        if (!e.Posts.IsTest)
        {
            e.Skipped(Requirement, "Not tried: the key is sent in a URL to endpoints only that discovery calls test.");
            return;
        }

        var draft = new Draft { Name = Name, Format = e.Reading, Key = KeyUse.InQuery };
        if (await e.Posts.PostAsync(e, draft).ConfigureAwait(false) is { } posted && e.Answered(posted.Reply, Requirement))
            e.Inform(Requirement, $"A report with the key in the query is answered {posted.Reply.Status}. A key in a URL may end in logs.", reply: posted.Reply);
    }
}
