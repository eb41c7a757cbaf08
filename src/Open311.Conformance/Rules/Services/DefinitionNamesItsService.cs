using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Consistency;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Services;

sealed class DefinitionNamesItsService : IRule
{
    const string Requirement = "GR2-DEF-002";

    public string Name => "definition-names-its-service";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var code in Definitions.Due(examination, Requirement))
        {
            var reply = await examination.AskAsync(Ask.Definition(code, examination.Reading)).ConfigureAwait(false);
            if (!reply.Succeeded)
                examination.Inconclusive(Requirement, $"Could not be exercised: {Where.Of(reply)} gives no definition.", Blocker.Of(reply)?.Requirement ?? "GR2-SVC-011", reply);
            else if (examination.Readable(reply, Requirement))
                One(examination, code, reply);
        }
    }

    static void One(Examination e, string code, Reply reply)
    {
        if (e.Shapes.Read(reply) is not { Recognised: true, Items: [var root, ..] })
            e.Inconclusive(Requirement, $"Could not be exercised: {Where.Of(reply)} is no definition.", reply.Ask.Format == DataFormat.Xml ? "GR2-XML-002" : "GR2-JSON-003", reply);
        else if (root.Value("service_code") is not { } named)
            e.Inconclusive(Requirement, $"Could not be exercised: {Where.Of(reply)} names no service_code.", "GR2-DEF-001", reply);
        else if (named == code)
            e.Pass(Requirement, "The definition names the service asked for.", reply);
        else
            e.Violated(Requirement, $"{Where.Of(reply)} names the service {named}.", code, named, reply, root.Child("service_code"), reply.Ask.Format == DataFormat.Json && Values.IsOneNumber(code, named) ? "GR2-JSON-007" : Damage.Of(reply));
    }
}
