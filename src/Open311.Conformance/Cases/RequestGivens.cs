using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Cases;

/// <summary>Preconditions that are tried out on the list of requests: what rests on a filter stands back where the filter itself does not work.</summary>
static class RequestGivens
{
    public static IReadOnlyList<IGiven> All { get; } =
    [
        new Tried("request-list", e => ValueTask.FromResult(e.Survey.RequestsBlocker is { } b ? new Unmet($"Could not be exercised: {b.Reason}.", BlockedBy: b.Requirement) : null)),
        new Tried("date-filter", async e => (await DateFilter.TryAsync(e).ConfigureAwait(false)).AsUnmet(DateFilter.Requirement)),
        new Tried("status-filter", async e => (await StatusFilter.TryAsync(e).ConfigureAwait(false)).AsUnmet(StatusFilter.Requirement)),
        new Tried("code-filter", async e => (await CodeFilter.TryAsync(e).ConfigureAwait(false)).AsUnmet(CodeFilter.Requirement)),
        new Tried("id-filter", async e => await IdFilter.TryAsync(e).ConfigureAwait(false) is var trial && trial.State == TrialState.Untried ? trial.AsReason() : trial.AsUnmet(IdFilter.Requirement)),
        new Tried("id-list", async e => (await IdList.TryAsync(e).ConfigureAwait(false)).AsUnmet(IdList.Requirement)),
        new Tried("single-resource", async e => (await SingleRequest.TryAsync(e).ConfigureAwait(false)).AsUnmet(SingleRequest.Requirement)),
        new Tried("settled-request", e => ValueTask.FromResult(Givens.BindRequest(e, Sample.Listable(e, 1).Concat(Sample.Of(e, 1)).FirstOrDefault(), "No service request is listed."))),
        new Tried("readable-request", ReadableAsync),
        new Tried("rare-service", e => ValueTask.FromResult(RareService(e))),
        new Tried("hour-window", HourWindowAsync),
        new Tried("empty-window", EmptyWindowAsync),
    ];

    // That some are not found is told by others.
    static async ValueTask<Unmet?> ReadableAsync(Examination e)
    {
        foreach (var item in SingleRequest.Chosen(e))
        {
            if ((await SingleRequest.ReadAsync(e, item.Id!).ConfigureAwait(false)).Succeeded)
                return Givens.BindRequest(e, item, "");
        }

        return Sample.None(e, "No service request that can be read by its id is known").AsReason();
    }

    static Unmet? RareService(Examination e)
    {
        var codes = e.Survey.Known.Select(i => i.ServiceCode).OfType<string>().Where(c => !c.Contains(',', StringComparison.Ordinal));
        return Givens.Bind(e, "service_code", codes.CountBy(c => c).OrderBy(c => c.Value).Select(c => c.Key).FirstOrDefault(), Sample.None(e, "No service_code with requests is known").AsReason());
    }

    static async ValueTask<Unmet?> HourWindowAsync(Examination e)
    {
        if (Sample.Dated(e) is not { Requested: { } requested })
            return Sample.None(e, "No service request with a requested_datetime is known").AsReason();
        var start = Zones.Minute(requested) - TimeSpan.FromHours(1);
        var end = start + TimeSpan.FromHours(2);
        Bind(e, start, end);
        e.Variables["start-with-fraction"] = Zones.WithFraction(start);
        e.Variables["end-with-fraction"] = Zones.WithFraction(end);
        e.Variables["start-without-seconds"] = Zones.WithoutSeconds(start);
        e.Variables["end-without-seconds"] = Zones.WithoutSeconds(end);
        return (await DateFilter.TryAsync(e).ConfigureAwait(false)).AsUnmet(DateFilter.Requirement);
    }

    static async ValueTask<Unmet?> EmptyWindowAsync(Examination e)
    {
        var (window, unmet) = await EmptyWindow.FindAsync(e).ConfigureAwait(false);
        return window is { } found ? Bind(e, found.Start, found.End) : unmet;
    }

    static Unmet? Bind(Examination e, DateTimeOffset start, DateTimeOffset end)
    {
        e.Variables["start"] = Instants.Write(start);
        e.Variables["end"] = Instants.Write(end);
        return null;
    }

    sealed record Tried(string Name, Func<Examination, ValueTask<Unmet?>> Bind) : IGiven
    {
        public ValueTask<Unmet?> BindAsync(Examination examination) => Bind(examination);
    }
}
