using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

sealed class DiscoveryInBothFormats : IRule
{
    const string Requirement = "SD-URL-003";

    public string Name => "discovery-in-both-formats";

    public Task JudgeAsync(Examination examination)
    {
        var replies = DiscoveryDocument.Replies(examination).ToList();
        if (replies.Count == 0)
        {
            DiscoveryDocument.NotThere(examination, Requirement);
        }
        else if (examination.Survey.Discovery.Given && replies.All(r => Lacking(r)))
        {
            // There is none at all, in whatever format.
            DiscoveryDocument.NotThere(examination, Requirement, new("SD-URL-001", "there is no discovery document where the operator says"));
        }
        else
        {
            foreach (var reply in replies)
                One(examination, reply);
        }

        return Task.CompletedTask;
    }

    static bool Lacking(Reply reply) => DiscoveryDocument.Obstacle(reply)?.Requirement == Requirement;

    static void One(Examination e, Reply reply)
    {
        var format = reply.Ask.Format!.Value;
        switch (DiscoveryDocument.Obstacle(reply))
        {
            case null:
                e.Record.Add(Verdict.Pass, Requirement, format, $"discovery.{format.Extension()} is there.", reply: reply);
                break;
            case { Requirement: Requirement } missing:
                var got = reply.Succeeded ? reply.ForeignBody ?? "an empty body" : $"{reply.Status}";
                e.Record.Add(Verdict.Fail, Requirement, format, $"{missing.Reason}; expected 200 with the document in {format.Extension()}.", $"200 with {format.Extension()}", got, reply);
                break;
            case var blocker:
                DiscoveryDocument.NotThere(e, Requirement, blocker, format);
                break;
        }
    }
}
