using Open311.Conformance.Exchanges;

namespace Open311.Selftest.Trials;

/// <summary>What stands before the body of an answer, and how the body was framed.</summary>
internal sealed record AnswerHead
{
    int Status { get; init; }

    string Line { get; init; } = "";

    IReadOnlyList<string> Fields { get; init; } = [];

    (bool Announced, int Defects) Frame { get; init; }

    public static AnswerHead Of(Answer answer, string origin) => new()
    {
        Status = answer.Status,
        Line = $"{answer.HttpVersion} {answer.Reason}",
        Fields =
        [
            .. answer.Headers
                .Where(h => !h.Name.Equals("Date", StringComparison.OrdinalIgnoreCase) && !h.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                .Select(h => $"{h.Name}: {AnswerSight.AnyOrigin(h.Value, origin)}"),
        ],
        Frame = (answer.Header("Content-Length") is not null, answer.WireDefects.Count),
    };

    /// <summary>In words, the first thing in which this head differs from another; null when there is none.</summary>
    public string? DifferenceFrom(AnswerHead other)
    {
        if (Status != other.Status)
            return $"status {Status} instead of {other.Status}";
        if (Line != other.Line)
            return $"'{Line}' instead of '{other.Line}'";
        if (Fields.Except(other.Fields).Concat(other.Fields.Except(Fields)).FirstOrDefault() is { } line)
            return $"the header '{line}' is in one answer only";
        return Frame == other.Frame ? null : "the framing of the body";
    }
}
