using Open311.Mock.Clients;
using Open311.Mock.Journal;
using Open311.Reporting.Text;

namespace Open311.WebConsole.Cities;

/// <summary>A call to a mock city as the page shows it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it arrived.</param>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Target">What was asked for.</param>
/// <param name="Resource">Which resource that is, as a key of the phrases.</param>
/// <param name="Client">Who asked.</param>
/// <param name="Body">The body received.</param>
/// <param name="Status">The status answered.</param>
/// <param name="Findings">What was wrong with the call.</param>
public sealed record CallView(long Number, DateTimeOffset At, string Method, string Target, string Resource, string Client, string Body, int Status, IReadOnlyList<ClientFinding> Findings)
{
    const int LongestTarget = 500;
    const int LongestBody = 4000;

    /// <summary>The resources, as keys of the phrases.</summary>
    public static IReadOnlyList<string> Resources { get; } = ["discovery", "services", "definition", "requests", "request", "tokens", "other"];

    internal static CallView Of(JournalRecord record) => new(
        record.Number,
        record.At,
        Line(record.Method, 20),
        Line(record.Target, LongestTarget),
        ResourceOf(record.Target),
        Line(record.Client, 200),
        VisibleText.Of(record.Body.Length > LongestBody ? record.Body[..LongestBody] + "..." : record.Body),
        record.Status,
        [.. record.Findings.Select(f => f with { Received = Line(f.Received, 1000), Expected = Line(f.Expected, 1000), Curl = f.Curl is { } curl ? VisibleText.Of(curl) : null })]);

    /// <summary>The worst verdict on it; null when nothing was wrong.</summary>
    public string? Worst => new[] { "fail", "warn", "info" }.FirstOrDefault(v => Findings.Any(f => f.Verdict == v));

    static string ResourceOf(string target)
    {
        var parts = target.Split('?', 2)[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var last = parts.Length == 0 ? "" : parts[^1].Split('.')[0];
        var before = parts.Length < 2 ? "" : parts[^2];
        return (before, last) switch
        {
            (_, "discovery") => "discovery",
            (_, "services") => "services",
            ("services", _) => "definition",
            (_, "requests") => "requests",
            ("requests", _) => "request",
            ("tokens", _) => "tokens",
            _ => "other",
        };
    }

    static string Line(string text, int most) => VisibleText.OneLine(text.Length > most ? text[..most] + "..." : text);
}
