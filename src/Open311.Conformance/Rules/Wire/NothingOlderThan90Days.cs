using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Wire;

sealed class NothingOlderThan90Days : IAnswersRule
{
    const string Requirement = "GR2-REQS-035";
    static readonly string[] selecting = ["start_date", "end_date", "service_request_id"];

    public string Name => "nothing-older-than-90-days";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        var oldest = examination.Now - TimeSpan.FromDays(91);
        foreach (var reply in replies.Where(r => r.Ask is { Resource: ResourceKind.Requests, Purpose: Purpose.Read } && r.Succeeded && !r.Ask.Query.Any(q => selecting.Contains(q.Key) && q.Value.Length > 0)))
        {
            var items = examination.Shapes.Read(reply)?.Requests ?? [];
            var older = items.Where(i => i.Requested < oldest).ToList();
            if (older.Count > 0)
                examination.Warn(Requirement, $"{Where.Of(reply)} lists {older.Count} requests older than 90 days, though no dates were asked for.", "requests of the last 90 days", $"requested {older[0].Node.Value("requested_datetime")}", reply, older[0].Node);
            else if (items.Count > 0)
                examination.Pass(Requirement, "Lists asked without dates hold nothing older than 90 days.", reply);
        }

        Bodies.CloseEmpty(examination, "no list asked without dates holds a request", [Requirement]);
    }
}
