using Open311.Mock.Clients;
using Open311.Recordings.Cassettes;

namespace Open311.Mock.Serving;

/// <summary>What an answer carries beyond what the city says: the findings about the call, and leave for pages of other origins to read it.</summary>
internal static class CallHeaders
{
    public const string Findings = "X-Open311-Findings";

    public static WireAnswer Add(WireAnswer answer, Received received, Judgement judgement)
    {
        var isCrossOrigin = received.Header("Origin") is not null;
        if (IsUntouched(answer, isCrossOrigin) || (judgement.Ids is null && !isCrossOrigin))
            return answer;
        var headers = answer.Headers.ToList();
        if (judgement.Ids is { } ids)
            headers.Add(new(Findings, ids));
        if (isCrossOrigin && !headers.Exists(h => h.Key.Equals("Access-Control-Allow-Origin", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new("Access-Control-Allow-Origin", "*"));
            headers.Add(new("Access-Control-Expose-Headers", Findings));
        }

        return answer with { Headers = headers, Exact = answer.Exact?.With([.. headers.Skip(answer.Headers.Count).Select(h => new HeaderLine(h.Key, h.Value))]) };
    }

    static bool IsUntouched(WireAnswer answer, bool isCrossOrigin) => answer.Exact is not null && answer.Additions switch
    {
        ExactAdditions.ForAll => false,
        ExactAdditions.ForPages => !isCrossOrigin,
        _ => true,
    };
}
