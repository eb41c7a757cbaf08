using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Cases;

/// <summary>Runs a case that is data: binds its variables, sends, and looks at what must hold.</summary>
sealed class CaseRunner(IReadOnlyDictionary<string, IGiven> givens)
{
    public async Task RunAsync(Examination examination)
    {
        foreach (var name in examination.Case.Given)
        {
            var unmet = await givens[name].BindAsync(examination).ConfigureAwait(false);
            if (unmet is null)
                continue;
            foreach (var requirement in examination.Case.Requirements)
            {
                if (unmet.Applies)
                    examination.Inconclusive(requirement, unmet.Reason, unmet.BlockedBy);
                else
                    examination.NotApplicable(requirement, unmet.Reason);
            }

            return;
        }

        foreach (var binding in Bindings(examination.Case.Each))
        {
            foreach (var (name, value) in binding)
                examination.Variables[name] = Template.Fill(value, examination);
            if (examination.Case.Post is not null)
                await PostRunner.OnceAsync(examination).ConfigureAwait(false);
            else
                await OnceAsync(examination).ConfigureAwait(false);
        }
    }

    // Live data may change between two questions of a case: only what is seen twice is held against a server.
    static async Task OnceAsync(Examination examination)
    {
        var ask = Template.ToAsk(examination.Case.Send!, examination);
        var before = examination.Record.Snapshot();
        await OnceAsync(examination, ask).ConfigureAwait(false);
        if (!examination.Record.HasMoreViolationsThan(before))
            return;
        examination.Record.Restore(before);
        await OnceAsync(examination, ask.Again(ask.Occasion + 1)).ConfigureAwait(false);
    }

    static async Task OnceAsync(Examination examination, Asking.Ask ask)
    {
        var reply = await examination.AskAsync(ask).ConfigureAwait(false);
        foreach (var expectation in examination.Case.Expect)
        {
            var holds = await ExpectationJudge.JudgeAsync(examination, reply, expectation).ConfigureAwait(false);
            if (!holds && expectation.Decisive)
                return;
        }
    }

    static IEnumerable<IReadOnlyList<(string Name, string Value)>> Bindings(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> each)
    {
        IEnumerable<IReadOnlyList<(string, string)>> bindings = [[]];
        foreach (var (name, values) in each)
            bindings = bindings.SelectMany(b => values.Select(v => (IReadOnlyList<(string, string)>)[.. b, (name, v)]));
        return bindings;
    }
}
