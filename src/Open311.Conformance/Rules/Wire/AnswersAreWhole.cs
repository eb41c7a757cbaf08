using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Wire;

sealed class AnswersAreWhole : IAnswersRule
{
    const string Requirement = "GR2-HTTP-015";

    public string Name => "answers-are-whole";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies.Where(r => r.Ask.Method == "GET"))
        {
            var exchange = reply.Exchange;
            var broken = reply.Inquiry.All.Count(e => e.Outcome is ExchangeOutcome.Broken or ExchangeOutcome.NoAnswer);
            if (exchange.Outcome is ExchangeOutcome.Broken or ExchangeOutcome.NoAnswer && broken > 1)
                examination.Violated(Requirement, $"The answer to {Where.Of(reply)} arrived broken twice: {exchange.Problem}", "a whole answer", exchange.Problem, reply);
            else if (exchange.Outcome is ExchangeOutcome.Broken or ExchangeOutcome.NoAnswer || broken > 0)
                examination.Inconclusive(Requirement, $"The answer to {Where.Of(reply)} arrived broken once: {exchange.Problem ?? "not when repeated"}", reply: reply);
            else if (exchange.Outcome == ExchangeOutcome.Answered)
                Judge(examination, reply, exchange.Answer!);
        }

        Bodies.CloseEmpty(examination, Requirement);
    }

    static void Judge(Examination examination, Reply reply, Answer answer)
    {
        var coding = answer.WireDefects.FirstOrDefault(d => d.Defect == WireDefect.UnrequestedCoding);
        var surplus = answer.WireDefects.FirstOrDefault(d => d.Defect == WireDefect.BytesAfterBody);
        if (coding.Message is not null)
            examination.Violated(Requirement, $"{Where.Of(reply)}: {coding.Message}", "no content coding", answer.Header("Content-Encoding"), reply);
        else if (surplus.Message is not null)
            examination.Warn(Requirement, $"{Where.Of(reply)}: {surplus.Message}", "nothing after the body", "surplus bytes", reply);
        else
            examination.Pass(Requirement, "The answer arrived complete.", reply);
    }
}
