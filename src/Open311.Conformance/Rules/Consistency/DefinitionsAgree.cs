using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Services;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Consistency;

sealed class DefinitionsAgree : IRule
{
    const string Requirement = "GR2-CON-002";

    public string Name => "definitions-agree";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var code in Definitions.Due(examination, Requirement))
            await Sandwich.JudgeAsync(examination, Requirement, Ask.Definition(code, DataFormat.Xml)).ConfigureAwait(false);
    }
}
