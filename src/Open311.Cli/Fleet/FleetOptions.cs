using Open311.Reporting.Languages;

namespace Open311.Cli.Fleet;

/// <summary>What <c>check --targets</c> was asked to do, ready to be done.</summary>
internal sealed record FleetOptions
{
    /// <summary>The file of targets, as the operator wrote it.</summary>
    public required string Source { get; init; }

    /// <summary>The part of it, such as <c>2/5</c>; null for all.</summary>
    public string? Part { get; init; }

    /// <summary>The targets, in the order of the file.</summary>
    public required IReadOnlyList<FleetTarget> Targets { get; init; }

    /// <summary>How many are judged at a time.</summary>
    public required int Parallel { get; init; }

    /// <summary>The folder of the reports as given; null for a new one.</summary>
    public string? Out { get; init; }

    /// <summary>The language of the index.</summary>
    public Language Language { get; init; }

    /// <summary>Print what would be posted, and send no POST.</summary>
    public bool DryRun { get; init; }

    /// <summary>Print the last line only.</summary>
    public bool Quiet { get; init; }

    /// <summary>Print each exchange.</summary>
    public bool Verbose { get; init; }

    /// <summary>What is odd about the input, but no reason to stop.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
