using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Open311.Conformance.Asking;
using Open311.Conformance.Judging;

namespace Open311.Conformance.Rules.Requests.Trying;

/// <summary>Where ids are whole numbers, or differ by one only, looks beside the ids of a list for requests that no list gives.</summary>
static partial class Neighbours
{
    /// <summary>Reads ids next to the smallest and largest listed, and finds one of the last 90 days that the hour around it does not list.</summary>
    /// <param name="e">The examination.</param>
    /// <param name="listed">The list.</param>
    /// <param name="most">How many ids to read at most.</param>
    /// <param name="limit">The number of items at which a list may be cut, and so says nothing.</param>
    /// <returns>The unreachable request and the list that should have it; null when none was found.</returns>
    public static async Task<(RequestItem Item, Listing Hour)?> HiddenAsync(Examination e, Listing listed, int most, int limit)
    {
        foreach (var candidate in Candidates(listed, most))
        {
            var reply = await e.AskAsync(Ask.Request(candidate, e.Reading).For(Purpose.Open)).ConfigureAwait(false);
            if (!reply.Succeeded || Blocker.OfDocument(reply) is not null || e.Shapes.Read(reply) is not { Recognised: true, Items: [var node] })
                continue;
            var item = new RequestItem(node);
            if (item.Id is null || item.Requested is not { } requested || requested < e.Now - TimeSpan.FromDays(90) || requested > e.Survey.Settled)
                continue;
            var start = Zones.Minute(requested) - TimeSpan.FromMinutes(30);
            var hour = await Listing.AskAsync(e, ("start_date", Instants.Write(start)), ("end_date", Instants.Write(start + TimeSpan.FromHours(1)))).ConfigureAwait(false);
            if (hour.List is not null && hour.Items.Count < limit && !hour.Has(item.Id) && !(await hour.AgainAsync(e).ConfigureAwait(false)).Has(item.Id))
                return (item, hour);
        }

        return null;
    }

    static IEnumerable<string> Candidates(Listing listed, int most)
    {
        var forms = listed.Items.Select(i => Form().Match(i.Id ?? ""))
            .Where(m => m.Success)
            .GroupBy(m => (Before: m.Groups[1].Value, After: m.Groups[3].Value), m => BigInteger.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));
        if (forms.MaxBy(f => f.Count()) is not { } form)
            return [];
        var (least, greatest) = (form.Min(), form.Max());
        return Enumerable.Range(1, most / 2)
            .SelectMany(step => new[] { least - step, greatest + step })
            .Where(n => n > 0)
            .Select(n => $"{form.Key.Before}{n.ToString(CultureInfo.InvariantCulture)}{form.Key.After}");
    }

    [GeneratedRegex(@"^(\D*)([1-9][0-9]{0,17})(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
