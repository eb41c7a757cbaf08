using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>service_request_id selects exactly the named request.</summary>
sealed class IdFilter : IRule
{
    public const string Requirement = "GR2-REQS-019";

    public string Name => "id-filter";

    public async Task JudgeAsync(Examination examination) => (await TryAsync(examination).ConfigureAwait(false)).Record(examination, Requirement);

    public static async Task<Trial> TryAsync(Examination e)
    {
        if (Sample.Listable(e, 1) is not [{ Id: { } id }, ..])
            return Sample.None(e, "No service request is known whose id can be sent in a comma-separated list");
        var listing = await Listing.AskAsync(e, ("service_request_id", id)).ConfigureAwait(false);
        if (!IsExact(listing, id) && listing.Trouble is null)
            listing = await listing.AgainAsync(e).ConfigureAwait(false);
        if (listing.List is null)
            return Trial.Without(listing);
        if (listing.Items.Count == 1 && listing.Items[0].Id is null)
            return Trial.Untried("The item selected by its id bears no id.", "GR2-REQS-002", listing.Reply);
        if (IsExact(listing, id))
            return Trial.Works($"{listing.Name} gives exactly that request.", listing.Reply);
        if (listing.Has(id))
            return Trial.Broken($"{listing.Name} gives {listing.Items.Count} items, expected the one request named.", $"1 item, {id}", $"{listing.Items.Count} items", listing.Reply, listing.Items.First(i => i.Id != id).Node);
        if (listing.Items.Count == 0 && !await Sample.IsStillListedAsync(e, id).ConfigureAwait(false))
            return Trial.Untried($"The request {id} was listed at first and is not any more.", reply: listing.Reply);
        return Trial.Broken($"{listing.Name} does not give the request named, although it is listed.", id, listing.Items.Count == 0 ? "an empty list" : $"{listing.Items.Count} other items", listing.Reply);
    }

    static bool IsExact(Listing listing, string id) => listing.Items.Count == 1 && listing.Has(id);
}
