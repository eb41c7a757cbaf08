namespace Open311.Conformance.Tests.Support;

/// <summary>What the paper city understands of a question for requests; null for what was not asked.</summary>
public sealed record PaperQuery
{
    public IReadOnlyList<string>? Ids { get; init; }

    public IReadOnlyList<string>? Codes { get; init; }

    public IReadOnlyList<string>? Statuses { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    /// <summary>Whether a date was sent that cannot be read.</summary>
    public bool HasBadDate { get; init; }

    public static PaperQuery Of(ScriptedQuestion question) => new()
    {
        Ids = List(question["service_request_id"]),
        Codes = List(question["service_code"]),
        Statuses = List(question["status"]),
        Start = question.Instant("start_date"),
        End = question.Instant("end_date"),
        HasBadDate = IsBad(question, "start_date") || IsBad(question, "end_date"),
    };

    static bool IsBad(ScriptedQuestion question, string name) => question[name] is { Length: > 0 } && question.Instant(name) is null;

    static string[]? List(string? text) => string.IsNullOrEmpty(text) ? null : text.Split(',', StringSplitOptions.TrimEntries);
}
