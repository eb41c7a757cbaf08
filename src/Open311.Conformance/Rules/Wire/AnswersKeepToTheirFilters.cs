using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests;

namespace Open311.Conformance.Rules.Wire;

/// <summary>Whatever a list was asked for: with a status or a service_code it holds nothing else. Finds what only one question of the run shows.</summary>
sealed class AnswersKeepToTheirFilters : IAnswersRule
{
    const string Combined = "GR2-REQS-039";

    public string Name => "answers-keep-to-their-filters";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies.Where(r => r.Ask is { Resource: ResourceKind.Requests, Purpose: Purpose.Read, Method: "GET" } && r.Succeeded && r.Inquiry.Hops.Count == 0))
        {
            var status = Given(reply, "status");
            var codes = Given(reply, "service_code");
            if ((status is null && codes is null) || Given(reply, "service_request_id") is not null || Blocker.OfDocument(reply) is not null || examination.Shapes.Read(reply) is not { Recognised: true } shaped)
                continue;
            var items = shaped.Requests;
            if (status is "open" or "closed")
                Status(examination, reply, items, status, codes is null ? StatusFilter.Requirement : Combined);
            if (codes is not null)
                Codes(examination, reply, items, codes.Split(','), status is null ? CodeFilter.Requirement : Combined);
        }
    }

    static void Status(Examination e, Reply reply, IReadOnlyList<RequestItem> items, string status, string requirement)
    {
        var strangers = items.Where(i => StatusFilter.Is(i, StatusFilter.Other(status))).ToList();
        Decide(e, requirement, reply, strangers, StatusFilter.Requirement, $"gives {strangers.Count} of {items.Count} requests with the status {StatusFilter.Other(status)}, the first of them {strangers.FirstOrDefault()?.Id}", status, i => i.Status);
    }

    static void Codes(Examination e, Reply reply, IReadOnlyList<RequestItem> items, string[] codes, string requirement)
    {
        var strangers = items.Where(i => i.ServiceCode is { } own && !codes.Contains(own, SameId.Instance)).ToList();
        Decide(e, requirement, reply, strangers, codes.Length > 1 && requirement != Combined ? "GR2-REQS-025" : CodeFilter.Requirement, $"gives {strangers.Count} requests of other services, the first of {strangers.FirstOrDefault()?.ServiceCode}", $"requests of {string.Join(" and ", codes)}", i => i.ServiceCode);
    }

    static void Decide(Examination e, string requirement, Reply reply, List<RequestItem> strangers, string cause, string message, string expected, Func<RequestItem, string?> shown)
    {
        if (strangers.Count > 0)
            e.Violated(requirement, $"{Where.Of(reply)} {message}.", $"only {expected}", shown(strangers[0]), reply, strangers[0].Node, cause == requirement ? null : cause);
        else
            e.Pass(requirement, "Lists keep to their filters.", reply);
    }

    static string? Given(Reply reply, string name) => reply.Ask.Query.Where(q => q.Key == name && q.Value.Length > 0).Select(q => q.Value).FirstOrDefault();
}
