using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Consistency;

sealed class RequestListsAgree : IRule
{
    const string Requirement = "GR2-CON-003";

    public string Name => "request-lists-agree";

    public async Task JudgeAsync(Examination examination)
    {
        if (examination.Survey.Window is { } window)
            await Sandwich.JudgeAsync(examination, Requirement, Ask.Requests(DataFormat.Xml, window.Arguments)).ConfigureAwait(false);
        else
            examination.Inconclusive(Requirement, "Could not be exercised: no past window with service requests is known.", examination.Survey.RequestsBlocker?.Requirement);
    }
}
