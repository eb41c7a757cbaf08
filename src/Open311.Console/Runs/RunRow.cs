using Open311.Conformance.Findings;
using Open311.WebConsole.Engine;

namespace Open311.WebConsole.Runs;

/// <summary>A run as it is kept: no key, and nothing else that would let somebody in anywhere.</summary>
internal sealed record RunRow
{
    /// <summary>Not to be guessed.</summary>
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required CheckTerms Terms { get; init; }

    public required RunState State { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? Finished { get; init; }

    /// <summary>Null where there is no report.</summary>
    public RunOutcome? Outcome { get; init; }

    /// <summary>The verdict in a few words; empty where there is none.</summary>
    public string Words { get; init; } = "";

    /// <summary>The summary as lines; empty where there is none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What went wrong, a sentence a line.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Whether it waits or goes on.</summary>
    public bool IsOpen => State is RunState.Queued or RunState.Running;
}
