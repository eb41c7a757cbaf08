using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Services;

sealed class ServiceCodesAreStable : IRule
{
    const string Stable = "GR2-SVC-014";
    const string Answers = "GR2-SVC-001";
    const int Repetitions = 3;

    public string Name => "service-codes-are-stable";

    public async Task JudgeAsync(Examination examination)
    {
        var sets = new List<HashSet<string>>();
        for (var occasion = 0; occasion <= Repetitions; occasion++)
        {
            var reply = await examination.AskAsync(Ask.Services(examination.Reading).Again(occasion)).ConfigureAwait(false);
            if (!examination.Readable(reply, Stable))
                return;
            if (!reply.Succeeded || examination.Shapes.Read(reply) is not { Recognised: true } shaped)
            {
                examination.Inconclusive(Stable, $"Could not be exercised: {examination.Survey.ServicesBlocker?.Reason ?? "services gave a list at first, but not when asked again"}.", examination.Survey.ServicesBlocker?.Requirement, reply);
                return;
            }

            sets.Add(shaped.Items.Select(i => i.Value("service_code") ?? "").ToHashSet(StringComparer.Ordinal));
            if (occasion == Repetitions)
                Judge(examination, sets, reply);
        }
    }

    static void Judge(Examination e, List<HashSet<string>> sets, Reply last)
    {
        var changed = sets.Zip(sets.Skip(1)).Where(pair => !pair.First.SetEquals(pair.Second)).ToList();
        if (changed.Count == 0)
        {
            e.Pass(Stable, "Repeated calls give the same service codes.", last);
            return;
        }

        var changes = changed.Count;
        var example = changed[0].First.Except(changed[0].Second).Concat(changed[0].Second.Except(changed[0].First)).First();
        var counts = $"{string.Join(", ", sets.Select(s => s.Count))} codes";
        if (changes == 1)
        {
            e.Violated(Stable, $"The service codes changed once within the run, {example} among them; the list may have been updated.", "the same codes", counts, last);
            return;
        }

        e.Violated(Stable, $"The service codes change from call to call, {example} among them.", "the same codes", counts, last, blockedBy: Answers);
        e.Violated(Answers, $"The list of services is unstable: its codes change from call to call, {example} among them.", "the same codes", counts, last);
    }
}
