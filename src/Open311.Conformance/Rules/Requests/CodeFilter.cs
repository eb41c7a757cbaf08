using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>service_code restricts the result to that service.</summary>
sealed class CodeFilter : IRule
{
    public const string Requirement = "GR2-REQS-024";

    public string Name => "code-filter";

    public async Task JudgeAsync(Examination examination)
    {
        foreach (var code in Codes(examination))
            (await TryAsync(examination, code).ConfigureAwait(false)).Record(examination, Requirement);
        if (!examination.Record.Has(Requirement, examination.Format))
            Sample.None(examination, "No service_code with requests is known").Record(examination, Requirement);
    }

    /// <summary>Whether the filter works for the first code that is tried.</summary>
    public static async Task<Trial> TryAsync(Examination e) =>
        Codes(e).FirstOrDefault() is { } code ? await TryAsync(e, code).ConfigureAwait(false) : Sample.None(e, "No service_code with requests is known");

    /// <summary>Whether it works for one code.</summary>
    public static async Task<Trial> TryAsync(Examination e, string code)
    {
        if (await Ground.TryAsync(e, [("service_code", code)], i => i.ServiceCode is null || SameId.Instance.Equals(i.ServiceCode, code)).ConfigureAwait(false) is not { } sifted)
            return Sample.None(e);
        var listing = sifted.Listing;
        if (listing.List is null)
            return Trial.Without(listing);
        if (sifted.Strangers is [var stranger, ..])
            return Trial.Broken($"{listing.Name} gives {sifted.Strangers.Count} requests of other services, the first of {stranger.ServiceCode}.", $"only requests of {code}", stranger.ServiceCode, listing.Reply, stranger.Node);
        if (sifted.Missing is [var missing, ..])
            return Trial.Broken($"{listing.Name} lacks {sifted.Missing.Count} requests of that service that are listed without the filter, the first of them {missing}.", missing, $"{listing.Items.Count} items", listing.Reply);
        return listing.Items.Count > 0
            ? Trial.Works($"{listing.Name} gives only requests of that service.", listing.Reply)
            : Trial.Untried($"{listing.Name} gives an empty list, so nothing was compared.", reply: listing.Reply);
    }

    /// <summary>Codes with requests: the most used one that can be told apart from another, and one that needs percent-encoding; no code with a comma.</summary>
    public static IReadOnlyList<string> Codes(Examination e)
    {
        var pool = e.Survey.Window?.List.Items ?? e.Survey.Known;
        var used = pool.Concat(e.Survey.Known).Select(i => i.ServiceCode).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var codes = pool.Select(i => i.ServiceCode).OfType<string>()
            .GroupBy(c => c, StringComparer.Ordinal)
            .OrderByDescending(g => g.Key.Any(char.IsAsciiLetter))
            .ThenByDescending(g => g.Count())
            .Select(g => g.Key)
            .Where(c => !c.Contains(',', StringComparison.Ordinal))
            .ToList();
        var chosen = codes.Take(1).Concat(codes.Skip(1).Where(c => Uri.EscapeDataString(c) != c).Take(1)).ToList();

        // A code that begins as another one does, such as 001 beside 002, shows whether codes are compared in full and as text.
        if (e.Reading == e.Survey.Primary && codes.Except(chosen).Where(c => SharedStart(c, used) > 0).MaxBy(c => SharedStart(c, used)) is { } alike)
            chosen.Add(alike);

        // Where all requests are of one service, only another code can show that the filter is at work.
        if (used.Count == 1 && e.Survey.Services.Select(s => s.Code).FirstOrDefault(c => c is not null && !used.Contains(c) && !c.Contains(',', StringComparison.Ordinal)) is { } other)
            chosen.Add(other);
        return chosen;
    }

    static int SharedStart(string code, IEnumerable<string> others) =>
        others.Where(o => o != code).Select(o => o.Zip(code).TakeWhile(p => char.ToUpperInvariant(p.First) == char.ToUpperInvariant(p.Second)).Count()).DefaultIfEmpty().Max();
}
