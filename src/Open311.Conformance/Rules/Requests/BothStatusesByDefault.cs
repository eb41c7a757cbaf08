using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Conformance.Rules.Requests.Trying;

namespace Open311.Conformance.Rules.Requests;

/// <summary>Without status, requests of both statuses are returned.</summary>
sealed class BothStatusesByDefault : IRule
{
    public const string Requirement = "GR2-REQS-029";

    public string Name => "both-statuses-by-default";

    public async Task JudgeAsync(Examination examination) => (await TryAsync(examination).ConfigureAwait(false)).Record(examination, Requirement);

    public static async Task<Trial> TryAsync(Examination e)
    {
        var status = await StatusFilter.TryAsync(e).ConfigureAwait(false);
        if (status.IsBroken)
            return status.Blocking(StatusFilter.Requirement);
        if (Ground.Arguments(e) is not { } ground)
            return Sample.None(e);
        var whole = await Listing.AskAsync(e, Ask.Requests(e.Reading, ground)).ConfigureAwait(false);
        if (whole.List is null)
            return Trial.Untried(whole.Trouble ?? new(DateFilter.Requirement, $"{whole.Name} was answered {whole.Reply.Status}"), whole.Reply);
        var absent = StatusFilter.Statuses.Where(s => !whole.Items.Any(i => StatusFilter.Is(i, s))).ToList();
        if (absent.Count == 0)
            return await HiddenByDefaultAsync(e).ConfigureAwait(false) ?? Trial.Works($"{whole.Name} gives requests of both statuses.", whole.Reply);
        foreach (var word in absent)
        {
            if (e.Survey.Window is { } window && await HiddenAsync(e, word, window.Start, window.End).ConfigureAwait(false) is { } hidden)
                return hidden;
        }

        return await UndatedAsync(e, absent).ConfigureAwait(false);
    }

    // With dates both come; without, one status never does although asking for it gives many of the same days: twice.
    static async Task<Trial?> HiddenByDefaultAsync(Examination e)
    {
        const int Many = 5;
        Listing undated = null!, only = null!;
        var word = "";
        for (var occasion = 0; occasion < 2; occasion++)
        {
            undated = await Listing.AskAsync(e, Ask.Requests(e.Reading).Again(occasion)).ConfigureAwait(false);
            if (undated.List is null || undated.Items.Count is 0 or >= 1000 || StatusFilter.Statuses.Where(s => !undated.Items.Any(i => StatusFilter.Is(i, s))).ToList() is not [var absent])
                return null;
            word = absent;
            only = await Listing.AskAsync(e, Ask.Requests(e.Reading, ("status", word)).Again(occasion)).ConfigureAwait(false);
            var oldest = undated.Items.Min(i => i.Requested);
            if (only.Items.Count(i => StatusFilter.Is(i, word) && i.Requested >= oldest) < Many)
                return null;
        }

        return Trial.Broken($"{undated.Name} gives no request of the status {word}, but {only.Name} gives {only.Items.Count}.", $"requests of the status {word}, too", $"{undated.Items.Count} others", undated.Reply);
    }

    // The window holds one status only: look for the other one in the list without arguments.
    static async Task<Trial> UndatedAsync(Examination e, List<string> absent)
    {
        var undated = await Listing.AskAsync(e).ConfigureAwait(false);
        if (undated.List is null)
            return Trial.Untried(undated.Trouble ?? new("GR2-REQS-001", $"{undated.Name} was answered {undated.Reply.Status}"), undated.Reply);
        if (StatusFilter.Statuses.All(s => undated.Items.Any(i => StatusFilter.Is(i, s))))
            return Trial.Works($"{undated.Name} gives requests of both statuses.", undated.Reply);
        if (undated.Items.Count >= 1000)
            return Trial.Untried($"{undated.Name} is cut at {undated.Items.Count} requests, so that a status may be absent by chance.", reply: undated.Reply);
        foreach (var word in absent.Where(s => !undated.Items.Any(i => StatusFilter.Is(i, s))))
        {
            var only = await Listing.AskAsync(e, ("status", word)).ConfigureAwait(false);
            if (only.Items.FirstOrDefault(i => i.Requested is not null && StatusFilter.Is(i, word)) is not { } shown)
                continue;
            var start = Zones.Minute(shown.Requested!.Value) - TimeSpan.FromHours(1);
            return await HiddenAsync(e, word, start, start + TimeSpan.FromHours(2)).ConfigureAwait(false)
                ?? Trial.Works($"Requests of the status {word} are given without a status filter when their time is asked for.", only.Reply);
        }

        return Trial.Untried($"No request of the status {string.Join(" or ", absent)} is listed, with or without a filter.", reply: undated.Reply);
    }

    // Something of that time is listed with the status filter, and nothing of the kind without it: twice. What is listed with another
    // status has changed in between.
    static async Task<Trial?> HiddenAsync(Examination e, string status, DateTimeOffset start, DateTimeOffset end)
    {
        (string, string)[] ground = [("start_date", Instants.Write(start)), ("end_date", Instants.Write(end))];
        Listing whole = null!, only = null!;
        for (var occasion = 0; occasion < 2; occasion++)
        {
            whole = await Listing.AskAsync(e, Ask.Requests(e.Reading, ground).Again(occasion)).ConfigureAwait(false);
            only = await Listing.AskAsync(e, Ask.Requests(e.Reading, [("status", status), .. ground]).Again(occasion)).ConfigureAwait(false);
            if (whole.List is null || whole.Items.Count >= 1000 || whole.Items.Any(i => StatusFilter.Is(i, status)) || !only.Items.Any(i => StatusFilter.Is(i, status) && i.Requested is not null && DateFilter.IsInside(i, start, end) && !whole.Has(i.Id ?? "")))
                return null;
        }

        return Trial.Broken($"{whole.Name} gives no request of the status {status}, but {only.Name} gives {only.Items.Count}.", $"requests of the status {status}, too", $"{whole.Items.Count} others", whole.Reply);
    }
}
