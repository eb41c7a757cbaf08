using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Wire;

namespace Open311.Conformance.Rules.Errors;

sealed class MissingResourcesAre404 : IAnswersRule
{
    const string Requirement = "GR2-ERR-008";

    public string Name => "missing-resources-are-404";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        foreach (var reply in replies.Where(r => r.Ask.Method == "GET" && Blocker.Of(r) is null))
        {
            if (Missing(examination, reply) is { } source)
                One(examination, reply, source);
        }

        Bodies.CloseEmpty(examination, Requirement);
    }

    // The item that asked decides the details; this one says what they have in common, and follows from them.
    static void One(Examination e, Reply reply, string source)
    {
        if (reply.Status == 404)
            e.Pass(Requirement, "What is missing is answered 404.", reply);
        else if (reply.Status == 410)
            e.Record.Add(Findings.Verdict.Warn, Requirement, e.Format, $"{Where.Of(reply)} does not exist and is answered 410.", "404", "410", reply, blockedBy: source);
        else if (reply.Status is 401 or 403)
            e.Inform(Requirement, $"{Where.Of(reply)} does not exist and is answered {reply.Status}.", "404", $"{reply.Status}", reply);
        else
            e.Violated(Requirement, $"{Where.Of(reply)} does not exist and is answered {reply.Status}.", "404", $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: source);
    }

    static string? Missing(Examination e, Reply reply)
    {
        var ask = reply.Ask;
        if (ask.Purpose != Purpose.Refusal || ask.Format is not { } format || ask.Query.Count > 0)
            return null;
        if (ask.Path == Ask.Definition(e.Survey.UnknownCode, format).Path)
            return "GR2-DEF-018";
        if (e.Survey.UnknownId is { } id && ask.Path == Ask.Request(id, format).Path)
            return "GR2-REQ-005";
        return ask.Resource == ResourceKind.Token ? "GR2-TOK-005" : null;
    }
}
