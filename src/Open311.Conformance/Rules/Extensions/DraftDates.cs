using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Rules.Extensions;

/// <summary>The draft of GeoReport 2.1 says in words that start_date and end_date refer to requested_datetime.</summary>
sealed class DraftDates : IRule
{
    const string Requirement = "V21-DATE-001";
    const string InV2 = "GR2-REQS-031";

    public string Name => "draft-dates";

    public async Task JudgeAsync(Examination e)
    {
        if (!Claim.IsMade(e, ExtensionName.Updated))
            e.NotApplicable(Requirement, "Neither the operator nor discovery claims the 2.1 draft.");
        else if (e.Survey.Window is not { } window)
            e.Inconclusive(Requirement, "Could not be exercised: no window of the past with service requests is known.", e.Survey.RequestsBlocker?.Requirement);
        else if (await e.ListAsync(Requirement, Ask.Requests(e.Reading, window.Arguments)).ConfigureAwait(false) is { } list)
            Judge(e, window, list);
    }

    static void Judge(Examination e, RequestWindow window, RequestList list)
    {
        if (list.Items.FirstOrDefault(i => i.Requested is { } at && (at < window.Start || at > window.End + TimeSpan.FromSeconds(1))) is { } outside)
            e.Violated(Requirement, $"{Where.Of(list.Reply)} gives the request {outside.Id}, made at {outside.Node.Value("requested_datetime")}.", "only requests made in the window", outside.Node.Value("requested_datetime"), list.Reply, outside.Node, InV2);
        else
            e.Pass(Requirement, "start_date and end_date refer to requested_datetime.", list.Reply);
    }
}
