using Open311.Mock.Clients;

namespace Open311.Mock.Serving;

/// <summary>What an answer carries beyond what the city says: the findings about the call, and leave for pages of other origins to read it.</summary>
internal static class CallHeaders
{
    public const string Findings = "X-Open311-Findings";

    const int MostIds = 20;

    public static WireAnswer Add(WireAnswer answer, Received received, Judgement judgement)
    {
        var ids = judgement.Findings.Count == 0 ? [] : judgement.Findings.Where(f => f.Verdict != "info").Select(f => f.Requirement).ToArray();
        var isCrossOrigin = received.Header("Origin") is not null;
        if (ids.Length == 0 && !isCrossOrigin)
            return answer;
        var headers = answer.Headers.ToList();
        if (ids.Length > 0)
            headers.Add(new(Findings, string.Join(", ", ids.Take(MostIds)) + (ids.Length > MostIds ? $", and {ids.Length - MostIds} more" : "")));
        if (isCrossOrigin && !headers.Exists(h => h.Key == "Access-Control-Allow-Origin"))
        {
            headers.Add(new("Access-Control-Allow-Origin", "*"));
            headers.Add(new("Access-Control-Expose-Headers", Findings));
        }

        return answer with { Headers = headers };
    }
}
