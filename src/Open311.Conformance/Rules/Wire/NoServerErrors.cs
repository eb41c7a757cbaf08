using Open311.Conformance.Asking;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Wire;

sealed class NoServerErrors : IAnswersRule
{
    const string Requirement = "GR2-HTTP-011";
    const int TooMany = 3;

    public string Name => "no-server-errors";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        var passing = new List<Reply>();
        foreach (var reply in replies)
        {
            // 501 is what HTTP has for a method that a server does not know.
            var failures = reply.Inquiry.All.Where(e => e.Answer?.Status >= 500 && (e.Request.Method == "GET" || e.Answer.Status != 501)).ToList();
            if (failures.Count == 0)
            {
                if (reply.Arrived)
                    examination.Pass(Requirement, "No probe is answered 5xx.", reply);
            }
            else if (failures[^1].Answer is { Status: 503 } busy && busy.Header("Retry-After") is not null && reply.Status == 503)
            {
                examination.Inconclusive(Requirement, $"{Where.Of(reply)} is answered 503 with Retry-After, beyond what the run may wait.", reply: reply);
            }
            else if (reply.Status >= 500 && (failures.Count > 1 || !Gateway(failures[^1])))
            {
                examination.Violated(Requirement, $"{Where.Of(reply)} is answered {reply.Status}{(failures.Count > 1 ? ", and again when repeated" : "")}.", "200 or 4xx", $"{reply.Status} {reply.Excerpt()}", reply);
            }
            else if (!Gateway(failures[0]))
            {
                passing.Add(reply);
            }
        }

        // One slip may be anybody's; three in one run are a habit.
        foreach (var reply in passing)
        {
            var message = $"{Where.Of(reply)} was answered {reply.Inquiry.All.First(e => e.Answer?.Status >= 500).Answer!.Status} at first, but not when repeated.";
            if (passing.Count >= TooMany)
                examination.Violated(Requirement, message, "200 or 4xx", "5xx", reply);
            else
                examination.Warn(Requirement, message, "200 or 4xx", "5xx", reply);
        }

        Bodies.CloseEmpty(examination, Requirement);
    }

    static bool Gateway(Exchange exchange) => exchange.Answer!.Status is 502 or 503 or 504;
}
