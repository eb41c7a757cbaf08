using Open311.Conformance.Asking;
using Open311.Conformance.Requirements;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Findings;

/// <summary>Takes down what one case observes. Severity follows the requirement's level unless the observation says otherwise.</summary>
public sealed class Recorder
{
    readonly string caseId;
    readonly Func<string, Requirement> requirements;
    readonly Dictionary<(string Requirement, DataFormat? Format), Tally> tallies = [];

    /// <summary>Starts an empty record.</summary>
    /// <param name="caseId">The case that observes.</param>
    /// <param name="requirements">Finds a requirement; throws for an unknown id.</param>
    public Recorder(string caseId, Func<string, Requirement> requirements)
    {
        this.caseId = caseId;
        this.requirements = requirements;
    }

    internal IReadOnlyDictionary<(string Requirement, DataFormat? Format), Tally> Tallies => tallies;

    /// <summary>What has been taken down so far, to go back to.</summary>
    internal IReadOnlyDictionary<(string Requirement, DataFormat? Format), Tally> Snapshot() => tallies.ToDictionary(t => t.Key, t => t.Value.Copy());

    /// <summary>Forgets what was taken down since.</summary>
    internal void Restore(IReadOnlyDictionary<(string Requirement, DataFormat? Format), Tally> snapshot)
    {
        tallies.Clear();
        foreach (var (key, tally) in snapshot)
            tallies.Add(key, tally.Copy());
    }

    /// <summary>Whether a violation was taken down since.</summary>
    internal bool HasMoreViolationsThan(IReadOnlyDictionary<(string Requirement, DataFormat? Format), Tally> snapshot) =>
        tallies.Any(t => Violations(t.Value) > (snapshot.TryGetValue(t.Key, out var before) ? Violations(before) : 0));

    /// <summary>Whether anything was observed of that requirement in that format.</summary>
    public bool Has(string requirement, DataFormat? format) => tallies.ContainsKey((requirement, format));

    /// <summary>Whether a violation (fail or warn) was observed.</summary>
    public bool HasViolation(string requirement, DataFormat? format) =>
        tallies.TryGetValue((requirement, format), out var tally) && Violations(tally) > 0;

    /// <summary>What a violation of that requirement amounts to: fail for a must, warn for a should, info for a may.</summary>
    public Verdict Severity(string requirement) => requirements(requirement).Level switch
    {
        Level.Must => Verdict.Fail,
        Level.Should => Verdict.Warn,
        _ => Verdict.Info,
    };

    /// <summary>Takes down one observation.</summary>
    /// <param name="verdict">The verdict; a may never does worse than info, a should never worse than warn.</param>
    /// <param name="requirement">The requirement's id.</param>
    /// <param name="format">The format, or null.</param>
    /// <param name="message">One full sentence.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="actual">What was received.</param>
    /// <param name="reply">The reply that shows it.</param>
    /// <param name="node">The place in it.</param>
    /// <param name="blockedBy">The failed requirement this follows from.</param>
    /// <param name="times">How many like it.</param>
    public void Add(
        Verdict verdict,
        string requirement,
        DataFormat? format,
        string message,
        string? expected = null,
        string? actual = null,
        Reply? reply = null,
        Node? node = null,
        string? blockedBy = null,
        int times = 1)
    {
        var severity = Severity(requirement);
        if ((verdict == Verdict.Fail && severity != Verdict.Fail) || (verdict == Verdict.Warn && severity == Verdict.Info))
            verdict = severity;
        if (!tallies.TryGetValue((requirement, format), out var tally))
            tallies.Add((requirement, format), tally = new Tally());
        tally.Add(
            new Observation
            {
                Requirement = requirement,
                Verdict = verdict,
                Format = format,
                Case = caseId,
                Message = message,
                Expected = expected,
                Actual = actual is { Length: > 300 } ? actual[..300] + "…" : actual,
                ExchangeKey = reply?.Key,
                Pointer = node?.Pointer,
                Line = node?.Position.Line is > 0 and var line ? line : null,
                BlockedBy = blockedBy,
            },
            times);
    }

    static int Violations(Tally tally) => tally.Count(Verdict.Fail) + tally.Count(Verdict.Warn);
}
