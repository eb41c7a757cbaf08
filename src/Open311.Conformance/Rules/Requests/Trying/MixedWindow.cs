using Open311.Conformance.Cases;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>A closed window of the past with open and closed requests.</summary>
static class MixedWindow
{
    public static async Task<((DateTimeOffset Start, DateTimeOffset End)? Window, Unmet? Unmet)> FindAsync(Examination e)
    {
        if (e.Survey.Window is { } window && StatusFilter.Statuses.All(s => window.List.Items.Any(i => StatusFilter.Is(i, s))))
            return ((window.Start, window.End), null);
        var known = Sample.Pool(e).Where(i => i.Requested is not null).OrderBy(i => i.Requested).ToList();

        // Neighbours in time of different status: the shortest such window keeps the answer small.
        var pair = known.Zip(known.Skip(1))
            .Where(p => StatusFilter.Statuses.All(s => StatusFilter.Is(p.First, s) || StatusFilter.Is(p.Second, s)))
            .Select(p => (First: p.First.Requested!.Value, Last: p.Second.Requested!.Value))
            .OrderBy(p => p.Last - p.First)
            .FirstOrDefault();
        if (pair != default && pair.Last - pair.First < e.Target.Window(80) - TimeSpan.FromMinutes(2))
            return ((Instants.Second(pair.First) - TimeSpan.FromSeconds(1), Instants.Second(pair.Last) + TimeSpan.FromMinutes(1)), null);
        return (null, (await BothStatusesByDefault.TryAsync(e).ConfigureAwait(false)).AsUnmet(BothStatusesByDefault.Requirement)
            ?? Sample.None(e, "No window with open and closed service requests is known").AsReason());
    }
}
