using Open311.Mock.Journal;

namespace Open311.Mock.Clients;

/// <summary>What clients made of one requirement.</summary>
public sealed record ClientScore
{
    /// <summary>The requirement.</summary>
    public required ClientRequirement Requirement { get; init; }

    /// <summary>Calls that had to do with it and met it.</summary>
    public required long Met { get; init; }

    /// <summary>Calls that broke it.</summary>
    public required long Broken { get; init; }

    /// <summary><c>fail</c>, <c>warn</c> or <c>info</c> for the worst that was seen; null where it was never broken.</summary>
    public string? Worst { get; init; }

    /// <summary>The first calls that broke it, with what was wrong; the finding of a run as a whole has no call.</summary>
    public IReadOnlyList<(ClientFinding Finding, JournalRecord? Call)> Examples { get; init; } = [];

    /// <summary><c>not-exercised</c>, <c>met</c> or <c>violated</c>.</summary>
    public string State => Broken > 0 ? "violated" : Met > 0 ? "met" : "not-exercised";
}
