using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>start_date alone excludes everything requested earlier.</summary>
sealed class StartAlone : IRule
{
    // The newest known requests make the answer small.
    const int Newest = 20;

    public string Name => "start-alone";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var dated = e.Survey.Known.Select(i => i.Requested).OfType<DateTimeOffset>().OrderDescending().ToList();
        if (dated.Count == 0)
        {
            Sample.None(e, "No service request with a requested_datetime is known").Record(e, e.Requirement);
            return;
        }

        // From the bound until now is a window, too.
        var reach = e.Now - e.Target.Window(89);
        if (e.Target.MaxWindowDays < 90)
            dated = [.. dated.Where(at => at > reach).DefaultIfEmpty(dated[0])];

        // A single request can only show the bound at work by being left out.
        var bound = dated[^1] == dated[0] ? Instants.Second(dated[0]) + TimeSpan.FromMinutes(2) : OneBound.JustAfter(dated[Math.Min(Newest, (dated.Count - 1) / 2)..]);
        if (e.Target.MaxWindowDays < 90 && bound < reach)
            bound = Instants.Second(reach);
        await OneBound.JudgeAsync(e, "start_date", bound, r => r >= bound - DateFilter.Slack).ConfigureAwait(false);
    }
}
