using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Date arguments are accepted with any permitted zone form and compared as instants.</summary>
sealed class ZoneForms : IRule
{
    // East and west, with whole and half hours, each far enough to move the window away from what it should hold when the offset,
    // its sign or its minutes are ignored.
    static readonly TimeSpan[] foreign = [TimeSpan.FromHours(5.5), TimeSpan.FromHours(-7)];
    static readonly TimeSpan reach = TimeSpan.FromMinutes(20);

    public string Name => "zone-forms";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        if (Sample.Dated(e) is not { Requested: { } requested } item)
        {
            Sample.None(e, "No service request with a requested_datetime is known").Record(e, e.Requirement);
            return;
        }

        var start = Zones.Minute(requested) - reach;
        var end = start + (2 * reach);
        var utc = await SelectAsync(e, item.Id!, Instants.Write(start), Instants.Write(end)).ConfigureAwait(false);
        var offset = await SelectAsync(e, item.Id!, Zones.At(start, foreign[0]), Zones.At(end, foreign[0])).ConfigureAwait(false);
        var west = await SelectAsync(e, item.Id!, Zones.At(start, foreign[1]), Zones.At(end, foreign[1])).ConfigureAwait(false);
        var own = Zones.OffsetOf(item) is var zone && zone != TimeSpan.Zero && !utc.Has(item.Id!) && !offset.Has(item.Id!) && !west.Has(item.Id!)
            ? await SelectAsync(e, item.Id!, Zones.At(start, zone), Zones.At(end, zone)).ConfigureAwait(false)
            : null;
        var forms = new[] { utc, offset, west, own }.OfType<Listing>().ToList();
        if (forms.FirstOrDefault(f => f.Trouble is not null) is { } trouble)
            Trial.Untried(trouble.Trouble!, trouble.Reply).Record(e, e.Requirement);
        else if (forms.All(f => !f.Has(item.Id!)))
            e.Inconclusive(e.Requirement, $"No form of the window around {item.Node.Value("requested_datetime")} gives the request {item.Id}.", DateFilter.Requirement, utc.Reply);
        else if (forms.FirstOrDefault(f => !f.Has(item.Id!)) is { } wrong)
            e.Violated(e.Requirement, $"{wrong.Name} does not give the request {item.Id}, requested {item.Node.Value("requested_datetime")}; the same instants written in another zone do.", item.Id, wrong.IsRefused ? wrong.Received : $"{wrong.Items.Count} items without it", wrong.Reply);
        else if (!(await DateFilter.TryAsync(e).ConfigureAwait(false)).Blocks(e, e.Requirement, DateFilter.Requirement))
            e.Pass(e.Requirement, "Windows written with Z and with an offset give the same request.", offset.Reply);
    }

    static async Task<Listing> SelectAsync(Examination e, string id, string start, string end)
    {
        var listing = await Listing.AskAsync(e, ("start_date", start), ("end_date", end)).ConfigureAwait(false);
        return listing.Trouble is null && !listing.Has(id) ? await listing.AgainAsync(e).ConfigureAwait(false) : listing;
    }
}
