using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Consistency;

sealed class SingleRequestsAgree : IRule
{
    const string Requirement = "GR2-CON-004";

    public string Name => "single-requests-agree";

    const int Sample = 5;

    public async Task JudgeAsync(Examination examination)
    {
        // The newest first, which other cases read as well; the rest by the run's seed.
        var ids = examination.Survey.Known.Select(i => i.Id!).ToList();
        foreach (var id in ids.Take(1).Concat(ids.Skip(1).OrderBy(_ => examination.Random.Next())).Take(Sample).ToList())
            await Sandwich.JudgeAsync(examination, Requirement, Ask.Request(id, DataFormat.Xml)).ConfigureAwait(false);
        if (ids.Count == 0)
            examination.Inconclusive(Requirement, "Could not be exercised: no service request is known.", examination.Survey.RequestsBlocker?.Requirement);
    }
}
