using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Transport;

sealed class SpecialValues : IRule
{
    const string Requirement = "GR2-HTTP-013";

    public string Name => "special-values";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var probe in SpecialValueProbe.Of(examination))
        {
            var reply = await examination.AskAsync(probe.Ask).ConfigureAwait(false);
            if (Blocker.Of(reply) is { } blocker)
                await BlockedAsync(examination, probe, reply, blocker).ConfigureAwait(false);
            else if (Echo.Problem(reply, probe.Value) is { } problem)
                await ShownAsync(examination, probe, reply, problem).ConfigureAwait(false);
            else if (probe.InPath)
                Path(examination, probe, reply, await examination.AskAsync(probe.Usual).ConfigureAwait(false));
            else
                await QueryAsync(examination, probe, reply).ConfigureAwait(false);
        }
    }

    // What fails for any unknown value is no matter of special characters.
    static async Task BlockedAsync(Examination e, SpecialValueProbe probe, Reply reply, Blocker blocker)
    {
        var own = blocker.Requirement == "GR2-HTTP-011" && (await e.AskAsync(probe.Usual).ConfigureAwait(false)).Status < 500;
        if (own)
            e.Violated(Requirement, $"{Line(probe)} is answered {reply.Status}.", probe.InPath ? "404" : "400, 404 or an empty list", $"{reply.Status} {reply.Excerpt()}", reply, blockedBy: blocker.Requirement);
        else
            e.Inconclusive(Requirement, $"Could not be exercised: {blocker.Reason}.", blocker.Requirement, reply);
    }

    static async Task ShownAsync(Examination e, SpecialValueProbe probe, Reply reply, string problem)
    {
        var usual = await e.AskAsync(probe.Usual).ConfigureAwait(false);
        if (Damage.Of(usual) is { } anyway)
            e.Inconclusive(Requirement, $"Could not be exercised: answers to any unknown value are damaged, such as that to {Where.Of(usual)}.", anyway, usual);
        else
            e.Violated(Requirement, $"{Line(probe)}: {problem}", "sent text only escaped, in a well-formed body", reply.Excerpt(), reply, blockedBy: Mislabelled(reply));
    }

    // Sound in its own format, the text becomes markup only by the label text/html.
    static string? Mislabelled(Reply reply) => reply.ForeignBody is null && Damage.Of(reply) is null && reply.ContentType.MediaType == "text/html"
        ? reply.Ask.Format == DataFormat.Json ? "GR2-ENC-003" : "GR2-ENC-002"
        : null;

    static void Path(Examination e, SpecialValueProbe probe, Reply reply, Reply usual)
    {
        const string Expected = "404";
        if (reply.Status == 404)
            e.Pass(Requirement, $"{Line(probe)} is answered 404, as any unknown value.", reply);
        else if (usual.Status != 404 && reply.Status == usual.Status)
            e.Inconclusive(Requirement, $"{Line(probe)} is answered {reply.Status}, but so is any unknown value.", probe.UsualRequirement, reply);
        else if (Common(e, probe, reply))
            return;
        else if (reply.Status == 400)
            e.Warn(Requirement, $"{Line(probe)} is answered 400.", Expected, "400", reply);
        else
            e.Violated(Requirement, $"{Line(probe)} is answered {reply.Status}, though any other unknown value is answered {usual.Status}.", Expected, $"{reply.Status} {reply.Excerpt()}", reply);
    }

    static async Task QueryAsync(Examination e, SpecialValueProbe probe, Reply reply)
    {
        // Whether an unknown value may give data is judged with the argument itself; that a special one does so alone, here.
        if (Count(e, reply) is > 0 and var items && await e.AskAsync(probe.Usual).ConfigureAwait(false) is var usual && Blocker.Of(usual) is null && Count(e, usual) == 0)
            e.Violated(Requirement, $"{Line(probe)} gives {items} items, though any other unknown value gives none.", "400, 404 or an empty list", $"{items} items", reply);
        else if (reply.Succeeded || reply.Status is 400 or 404)
            e.Pass(Requirement, $"{Line(probe)} is treated as a value ({reply.Status}).", reply);
        else if (!Common(e, probe, reply))
            e.Record.Add(Findings.Verdict.Warn, Requirement, e.Format, $"{Line(probe)} is answered {reply.Status}.", "400, 404 or an empty list", $"{reply.Status}", reply, blockedBy: reply.Status is > 404 and < 500 ? "GR2-ERR-010" : null);
    }

    // Null for what is neither a list nor a refusal.
    static int? Count(Examination e, Reply reply) =>
        reply.Status is 400 or 404 ? 0
        : reply.Succeeded && Blocker.OfDocument(reply) is null && e.Shapes.Read(reply) is { Recognised: true } shaped ? shaped.Items.Count
        : null;

    static bool Common(Examination e, SpecialValueProbe probe, Reply reply)
    {
        if (probe.IsLong && reply.Status is 414 or 431)
            e.Inform(Requirement, $"{Line(probe)} is answered {reply.Status}: too long for the server.", "404", $"{reply.Status}", reply);
        else if (reply.Status is >= 400 and < 500 && (reply.ForeignBody is not null || reply.Status is 403 or 406))
            e.Inconclusive(Requirement, $"{Line(probe)} is refused with {reply.Status} by what seems to stand in front of the server: {reply.Excerpt(60)}", reply: reply);
        else
            return false;
        return true;
    }

    static string Line(SpecialValueProbe probe) => $"{probe.Place} with {probe.Holding}";
}
