using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Discovery;

sealed class DiscoveryContentTypes : IRule
{
    const string Requirement = "SD-FMT-002";

    public string Name => "discovery-content-types";

    public Task JudgeAsync(Examination examination)
    {
        Blocker? blocked = null;
        foreach (var reply in DiscoveryDocument.Replies(examination))
        {
            if (DiscoveryDocument.Obstacle(reply) is { } blocker)
                blocked ??= blocker;
            else
                One(examination, reply);
        }

        if (examination.Record.Tallies.Count == 0)
            DiscoveryDocument.NotThere(examination, Requirement, blocked);
        return Task.CompletedTask;
    }

    static void One(Examination e, Reply reply)
    {
        var format = reply.Ask.Format!.Value;
        var type = reply.ContentType;
        var label = type.Raw ?? "no Content-Type";
        if (type.MediaType != format.MediaType())
            e.Record.Add(Verdict.Warn, Requirement, format, $"discovery.{format.Extension()} is served with {label}, expected {format.MediaType()}.", format.MediaType(), label, reply);
        else if (type.Charset is { Length: > 0 } charset && charset != "utf-8")
            e.Record.Add(Verdict.Warn, Requirement, format, $"discovery.{format.Extension()} is labelled charset={charset}, expected utf-8.", "utf-8", charset, reply);
        else
            e.Record.Add(Verdict.Pass, Requirement, format, $"discovery.{format.Extension()} is served as {type.MediaType}.", reply: reply);
    }
}
