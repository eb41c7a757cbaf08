using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Wire;

namespace Open311.Conformance.Rules.Posting;

/// <summary>A token that was never issued is answered 404.</summary>
sealed class UnknownToken : IRule
{
    const string Requirement = "GR2-TOK-005";

    public string Name => "unknown-token";

    public async Task JudgeAsync(Examination e)
    {
        var batch = e.Survey.Services.Any(s => string.Equals(s.Type, "batch", StringComparison.OrdinalIgnoreCase));
        var ask = Ask.Token(e.Survey.Nonce, e.Reading);
        var reply = await e.AskAsync(ask.For(batch ? Purpose.Refusal : Purpose.Free)).ConfigureAwait(false);
        if (!batch && !reply.Succeeded)
            e.NotApplicable(Requirement, "No service of type batch is listed, and there are no tokens.");
        else if (!e.Answered(reply, Requirement))
            return;
        else if (reply.Status == 404)
            e.Pass(Requirement, "An unknown token is answered 404.", reply);
        else
            e.Violated(Requirement, $"A token that was never issued is answered {reply.Status}.", "404", $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: ErrorsAreNoSuccess.HasErrors(reply) ? ErrorsAreNoSuccess.Requirement : null);
    }
}
