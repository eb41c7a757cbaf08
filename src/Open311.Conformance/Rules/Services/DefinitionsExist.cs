using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Services;

sealed class DefinitionsExist : IRule
{
    const string Requirement = "GR2-SVC-011";

    public string Name => "definitions-exist";

    public async Task JudgeAsync(Examination examination)
    {
        var refused = new List<Reply>();
        var plainCodeWorks = false;
        foreach (var code in Definitions.Due(examination, Requirement))
        {
            var reply = await examination.AskAsync(Ask.Definition(code, examination.Reading)).ConfigureAwait(false);
            if (!examination.Answered(reply, Requirement))
                continue;
            if (reply.Succeeded)
            {
                examination.Pass(Requirement, $"The definition of {code} exists.", reply);
                plainCodeWorks |= !SpecialText.Is(code);
            }
            else if (reply.Status == 403)
            {
                examination.Warn(Requirement, $"The definition of {code} is refused with 403, though the service is listed with metadata=true.", "200", "403", reply);
            }
            else
            {
                refused.Add(reply);
            }
        }

        foreach (var reply in refused)
            await RefusedAsync(examination, reply, plainCodeWorks).ConfigureAwait(false);
    }

    static async Task RefusedAsync(Examination e, Reply reply, bool plainCodeWorks)
    {
        var what = $"{Where.Of(reply)} is answered {reply.Status}";
        var special = plainCodeWorks && SpecialText.Is(Uri.UnescapeDataString(reply.Ask.Path.Replace("services/", "")[..^(reply.Ask.Format == Protocol.DataFormat.Xml ? 4 : 5)]));
        if (reply.Status == 401)
            e.Inconclusive(Requirement, $"{what}.", "GR2-KEY-001", reply);
        else if (await Twin.CauseAsync(e, reply.Ask).ConfigureAwait(false) is { } cause)
            e.Inconclusive(Requirement, $"{what}, though the other format gives the definition.", cause, reply);
        else if (special)
            e.Inconclusive(Requirement, $"{what}; only codes with special characters are refused.", "GR2-HTTP-012", reply);
        else
            e.Violated(Requirement, $"{what}, though the service is listed with metadata=true.", "200 with the definition", $"{reply.Status} {reply.Excerpt()}", reply);
    }
}
