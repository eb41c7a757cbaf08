using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Posting;

namespace Open311.Conformance.Cases;

/// <summary>Runs a case that posts: once for each of its bindings, and never again when something is found.</summary>
static class PostRunner
{
    public static async Task OnceAsync(Examination e)
    {
        if (await e.Posts.PostAsync(e, e.Case.Post!.ToDraft(e)).ConfigureAwait(false) is not { } posted)
            return;
        foreach (var expectation in e.Case.Expect)
        {
            var holds = expectation.Kind switch
            {
                ExpectationKind.Accepted => Acceptance.Judge(e, posted, expectation.Requirement),
                ExpectationKind.Status => Refusals.Judge(e, posted, expectation),
                _ => await ExpectationJudge.JudgeAsync(e, posted.Reply, expectation).ConfigureAwait(false),
            };
            if (!holds && expectation.Decisive)
                return;
        }
    }
}
