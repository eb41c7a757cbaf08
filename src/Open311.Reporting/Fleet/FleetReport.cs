using Open311.Conformance.Findings;

namespace Open311.Reporting.Fleet;

/// <summary>A run over many targets: what the index is made from.</summary>
public sealed record FleetReport
{
    /// <summary>Version of the suite.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The file that names the targets, as the operator wrote it.</summary>
    public required string Source { get; init; }

    /// <summary>The part of that file, such as <c>2/5</c>; null for all of it.</summary>
    public string? Part { get; init; }

    /// <summary>Start of the run.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When this was put together: the end of the run once <see cref="IsFinished"/>.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>Whether the run is over, be it that it was stopped.</summary>
    public bool IsFinished { get; init; }

    /// <summary>The targets, in the order of the file.</summary>
    public required IReadOnlyList<FleetEntry> Entries { get; init; }

    /// <summary>The worst of them, by what each is held against: nonconformant if any is, else could-not-test if any could not be tested, else conformant.</summary>
    public RunOutcome Outcome =>
        Entries.Any(e => e.ExitCode == (int)RunOutcome.Nonconformant) ? RunOutcome.Nonconformant
        : Entries.Count > 0 && Entries.All(e => e.ExitCode == (int)RunOutcome.Conformant) ? RunOutcome.Conformant
        : RunOutcome.CouldNotTest;

    /// <summary>How many are in a state.</summary>
    public int Count(FleetState state) => Entries.Count(e => e.State == state);
}
