using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>end_date alone excludes everything requested later.</summary>
sealed class EndAlone : IRule
{
    public string Name => "end-alone";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var dated = e.Survey.Known.Select(i => i.Requested).OfType<DateTimeOffset>().Order().ToList();
        if (dated.Count == 0)
        {
            Sample.None(e, "No service request with a requested_datetime is known").Record(e, e.Requirement);
            return;
        }

        var bound = dated[^1] == dated[0] ? Instants.Second(dated[0]) - TimeSpan.FromMinutes(2) : OneBound.JustBefore(dated[(dated.Count / 4)..]);
        var oldest = bound - TimeSpan.FromDays(91);
        var listing = await OneBound.JudgeAsync(e, "end_date", bound, r => r <= bound + DateFilter.Slack).ConfigureAwait(false);
        if (listing?.Items.FirstOrDefault(i => i.Requested < oldest) is { } older)
            e.Inform(e.Requirement, $"{listing.Name} reaches back more than 90 days, to {older.Node.Value("requested_datetime")}.", reply: listing.Reply, node: older.Node);
    }
}
