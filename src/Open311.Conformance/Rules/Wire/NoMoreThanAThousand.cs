using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Wire;

sealed class NoMoreThanAThousand : IAnswersRule
{
    const string Requirement = "GR2-REQS-041";
    const int Limit = 1000;

    public string Name => "no-more-than-1000";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        var most = 0;
        foreach (var reply in replies.Where(r => r.Ask.Resource == ResourceKind.Requests && r.Succeeded))
        {
            var count = examination.Shapes.Read(reply)?.Items.Count ?? 0;
            most = Math.Max(most, count);
            if (count <= Limit)
                continue;
            if (reply.Ask.Query.Any(q => q is { Key: "service_request_id", Value.Length: > 0 }))
                examination.Inform(Requirement, $"{Where.Of(reply)} lists {count} requests, as many as were asked for by id.", $"at most {Limit}", $"{count}", reply);
            else if (!reply.Ask.Query.Any(q => q.Key == "page_size"))
                examination.Violated(Requirement, $"{Where.Of(reply)} lists {count} requests.", $"at most {Limit}", $"{count}", reply);
        }

        if (most == Limit)
            examination.Pass(Requirement, $"The longest list holds {most} requests.");
        else if (most < Limit)
            examination.Inconclusive(Requirement, $"The longest list holds {most} requests, so the limit of {Limit} was not provoked.");
    }
}
