using System.Globalization;

namespace Open311.SampleCity;

/// <summary>The arguments of the list of requests.</summary>
sealed class Search(Town town)
{
    const int Most = 1000;
    static readonly TimeSpan window = TimeSpan.FromDays(90);

    static readonly string[] shapes = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    /// <summary>What is asked for; null and a sentence where a date cannot be read.</summary>
    public IReadOnlyList<Report>? Find(IQueryCollection query, out string? problem)
    {
        problem = null;
        var reports = town.Reports;
        if (Values(query, "service_request_id") is { Count: > 0 } ids)
            return [.. reports.Where(r => ids.Contains(r.Id))];
        var start = Date(query, "start_date", ref problem);
        var end = Date(query, "end_date", ref problem);
        if (problem is not null)
            return null;
        (start, end) = (start, end) switch
        {
            (null, null) => (town.Now - window, DateTimeOffset.MaxValue),
            ({ } from, null) => (from, from + window),
            (null, { } to) => (to - window, to),
            _ => (start, end),
        };
        if (end != DateTimeOffset.MaxValue && end - start > window)
            end = start + window;
        var codes = Values(query, "service_code");
        var states = Values(query, "status");
        return
        [
            .. reports
                .Where(r => r.Requested >= start && r.Requested <= end)
                .Where(r => codes.Count == 0 || codes.Contains(r.Service.Code))
                .Where(r => states.Count == 0 || states.Contains(r.Status))
                .Take(Most),
        ];
    }

    static HashSet<string> Values(IQueryCollection query, string name) =>
        [.. query[name].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    static DateTimeOffset? Date(IQueryCollection query, string name, ref string? problem)
    {
        if (query[name].ToString() is not { Length: > 0 } text)
            return null;
        if (DateTimeOffset.TryParseExact(text, shapes, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            return date;
        problem = $"{name} must be a date such as 2010-05-24T00:00:00Z.";
        return null;
    }
}
