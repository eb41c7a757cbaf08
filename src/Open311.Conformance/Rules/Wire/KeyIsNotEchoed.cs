using System.Text;
using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Wire;

sealed class KeyIsNotEchoed : IAnswersRule
{
    const string Requirement = "GR2-KEY-007";

    public string Name => "key-is-not-echoed";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        if (examination.Target.ApiKey is not { Length: > 3 } key)
        {
            examination.NotApplicable(Requirement, "No api_key is configured.");
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(key);
        foreach (var reply in replies.Where(r => r.Answer is not null))
        {
            if (reply.Answer!.Body.Span.IndexOf(bytes) >= 0 || reply.Answer.Headers.Any(h => h.Value.Contains(key, StringComparison.Ordinal)))
                examination.Violated(Requirement, $"The answer to {Where.Of(reply)} holds the API key.", "no key", "the key", reply);
            else
                examination.Pass(Requirement, "No answer holds the API key.", reply);
        }
    }
}
