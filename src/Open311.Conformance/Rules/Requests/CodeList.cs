using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Several service codes, comma-separated, return the union.</summary>
sealed class CodeList : IRule
{
    public string Name => "code-list";

    public async Task JudgeAsync(Examination examination)
    {
        var e = examination;
        var pool = e.Survey.Window?.List.Items ?? e.Survey.Known;
        var counted = pool.Where(i => i.ServiceCode is not null).CountBy(i => i.ServiceCode!).OrderByDescending(c => c.Value).Select(c => c.Key).ToList();
        var codes = counted.Where(c => !c.Contains(',', StringComparison.Ordinal)).Take(2).ToList();
        if (codes.Count < 2)
        {
            var commas = counted.Any(c => c.Contains(',', StringComparison.Ordinal)) ? "; codes that contain a comma cannot be listed" : "";
            e.Inconclusive(e.Requirement, $"Fewer than two service codes with requests are known within one window{commas}.", e.Survey.RequestsBlocker?.Requirement);
            return;
        }

        foreach (var code in codes)
        {
            if ((await CodeFilter.TryAsync(e, code).ConfigureAwait(false)).Blocks(e, e.Requirement, CodeFilter.Requirement))
                return;
        }

        var both = string.Join(',', codes);
        var sifted = (await Ground.TryAsync(e, [("service_code", both)], i => i.ServiceCode is null || codes.Contains(i.ServiceCode, SameId.Instance)).ConfigureAwait(false))!;
        var trial = Judge(sifted, codes);
        if (trial.State == TrialState.Works && e.Reading == DataFormat.Xml)
            trial = trial with { Message = $"{trial.Message} {await FreedomsAsync(e, codes, sifted).ConfigureAwait(false)}" };
        trial.Record(e, e.Requirement);
    }

    static Trial Judge(Sifted sifted, IReadOnlyList<string> codes)
    {
        var listing = sifted.Listing;
        if (listing.List is null)
            return Trial.Without(listing);
        if (sifted.Strangers is [var stranger, ..])
            return Trial.Broken($"{listing.Name} gives {sifted.Strangers.Count} requests of other services, the first of {stranger.ServiceCode}.", $"only requests of {string.Join(" and ", codes)}", stranger.ServiceCode, listing.Reply, stranger.Node);
        var absent = codes.FirstOrDefault(c => !listing.Items.Any(i => i.ServiceCode is not null && SameId.Instance.Equals(i.ServiceCode, c)));
        if (sifted.Missing.Count > 0)
            return Trial.Broken($"{listing.Name} lacks {sifted.Missing.Count} requests of the two services{(absent is null ? "" : $", all those of {absent}")}.", $"{sifted.Matching} requests", $"{listing.Items.Count} requests", listing.Reply);
        return absent is null
            ? Trial.Works($"{listing.Name} gives the requests of both services.", listing.Reply)
            : Trial.Untried($"{listing.Name} gives no request of {absent}, and none is listed without the filter.", reply: listing.Reply);
    }

    static async Task<string> FreedomsAsync(Examination e, List<string> codes, Sifted sifted)
    {
        var ground = Ground.Arguments(e)!;
        var spaced = await Listing.AskAsync(e, Open(e, [("service_code", string.Join(", ", codes)), .. ground])).ConfigureAwait(false);
        var repeated = await Listing.AskAsync(e, Open(e, [.. codes.Select(c => ("service_code", c)), .. ground])).ConfigureAwait(false);
        bool Same(Listing other) => other.List is not null && other.Ids().SetEquals(sifted.Listing.Ids());
        return $"With blanks after the commas it does {(Same(spaced) ? "so, too" : "not")}; a repeated parameter works {(Same(repeated) ? "as well" : "differently")}.";
    }

    static Asking.Ask Open(Examination e, (string Name, string Value)[] arguments) => Asking.Ask.Requests(e.Reading, arguments).For(Asking.Purpose.Open);
}
