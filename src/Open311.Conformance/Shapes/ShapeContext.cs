using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>One document under judgement by its shape.</summary>
/// <param name="Record">Where observations go.</param>
/// <param name="Reply">The reply the document stands in.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Format">Its format.</param>
/// <param name="Now">The instant of the run.</param>
public sealed record ShapeContext(Recorder Record, Reply Reply, Shape Shape, DataFormat Format, DateTimeOffset Now)
{
    readonly Dictionary<string, (int Count, string Message)> passes = [];
    readonly List<(string Requirement, string Message)> ofItem = [];

    // Of most items the same is said as of one before; then only how often is counted.
    readonly Dictionary<IReadOnlyList<(string Requirement, string Message)>, int> repeated = new(ReferenceEqualityComparer.Instance);
    bool isClean;

    /// <summary>The flawless items of earlier documents of the same shape and format; null to judge each item anew.</summary>
    internal CleanItems? Clean { get; init; }

    /// <summary>The requirement that is charged: its own, or the one that stands for it in a single resource.</summary>
    public string Charged(string requirement) =>
        Shape.FoldedInto is { } into && Shape.Folded.Contains(requirement) ? into : requirement;

    /// <summary>Takes down an observation that is no pass.</summary>
    public void Add(Verdict verdict, string requirement, string message, string? expected = null, string? actual = null, Node? node = null, string? blockedBy = null)
    {
        isClean = false;
        Record.Add(verdict, Charged(requirement), Format, message, expected, actual, Reply, node, blockedBy ?? (Charged(requirement) == requirement ? null : requirement));
    }

    /// <summary>Violated, by the requirement's level.</summary>
    public void Violated(string requirement, string message, string? expected = null, string? actual = null, Node? node = null, string? blockedBy = null) =>
        Add(Record.Severity(requirement), requirement, message, expected, actual, node, blockedBy);

    /// <summary>Counts one thing that is as required; reported once per document.</summary>
    public void Passed(string requirement, string message)
    {
        Count(requirement, message, 1);
        ofItem.Add((requirement, message));
    }

    /// <summary>Judges one item of the document, or repeats what was said of its equal.</summary>
    internal void Item(Document document, Node item, Action judge)
    {
        if (Clean?.Find(item) is { } said)
        {
            if (repeated.TryGetValue(said, out var times))
            {
                repeated[said] = times + 1;
                return;
            }

            // The first time its messages take their places; of each requirement the first is told.
            repeated.Add(said, 0);
            foreach (var (requirement, message) in said)
                Count(requirement, message, 1);
            return;
        }

        isClean = true;
        ofItem.Clear();
        judge();
        if (isClean)
            Clean?.Keep(document, item, [.. ofItem]);
        ofItem.Clear();
    }

    /// <summary>Writes down the counted passes.</summary>
    public void Finish()
    {
        foreach (var (said, times) in repeated.Where(r => r.Value > 0))
        {
            foreach (var (requirement, message) in said)
                Count(requirement, message, times);
        }

        repeated.Clear();
        foreach (var (requirement, (count, message)) in passes)
            Record.Add(Verdict.Pass, requirement, Format, message, reply: Reply, times: count);
    }

    void Count(string requirement, string message, int times)
    {
        var charged = Charged(requirement);
        passes[charged] = passes.TryGetValue(charged, out var seen) ? (seen.Count + times, seen.Message) : (times, message);
    }
}
