using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>A single-jurisdiction endpoint answers all methods when jurisdiction_id is not sent.</summary>
sealed class AnswersWithoutJurisdiction : IRule
{
    public string Name => "answers-without-jurisdiction";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if (e.Target.MultiJurisdiction)
        {
            e.NotApplicable(e.Requirement, "The operator declares several jurisdictions.");
            return;
        }

        foreach (var (ask, requirement) in Reads.All(e))
        {
            var without = await e.AskAsync(ask with { Jurisdiction = "" }).ConfigureAwait(false);
            if (!e.Answered(without, e.Requirement))
                continue;
            if (without.Succeeded && await IsAnotherAsync(e, ask, without).ConfigureAwait(false))
                e.Violated(e.Requirement, $"{Where.Of(without)} without jurisdiction_id is answered {without.Status}, but not with the document that comes with it: {without.Excerpt()}", "the same document as with jurisdiction_id", without.Excerpt(), without);
            else if (without.Succeeded)
                e.Pass(e.Requirement, $"{Where.Of(without)} is answered without jurisdiction_id.", without);
            else if (without.Status is not (400 or 404) || !await IsBecauseAsync(e, ask, without).ConfigureAwait(false))
                e.Inconclusive(e.Requirement, $"{Where.Of(without)} is answered {without.Status}, which does not name jurisdiction_id.", without.Status is 401 or 403 ? "GR2-KEY-001" : requirement, without);
            else
                e.Violated(e.Requirement, $"{Where.Of(without)} without jurisdiction_id is answered {without.Status}; an endpoint that serves several jurisdictions must be declared as such.", "200", $"{without.Status} {without.Excerpt()}", without);
        }
    }

    // An error page sent with 200 is no answer, and what is served with the argument shows it.
    static async Task<bool> IsAnotherAsync(Examination e, Asking.Ask ask, Asking.Reply without) =>
        e.Target.Jurisdictions.Count > 0 && e.Shapes.Read(without) is not { Recognised: true }
        && await e.AskAsync(ask).ConfigureAwait(false) is { Succeeded: true } with && e.Shapes.Read(with) is { Recognised: true };

    static async Task<bool> IsBecauseAsync(Examination e, Asking.Ask ask, Asking.Reply without) =>
        Reads.NamesJurisdiction(without) || (e.Target.Jurisdictions.Count > 0 && (await e.AskAsync(ask).ConfigureAwait(false)).Succeeded);
}
