using Open311.Conformance.Requirements;
using Open311.Protocol;

namespace Open311.Conformance.Findings;

/// <summary>What the run says about one requirement in one format.</summary>
public sealed record Finding
{
    /// <summary>The requirement.</summary>
    public required Requirement Requirement { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The format it was judged in; null where the requirement has nothing to do with formats.</summary>
    public DataFormat? Format { get; init; }

    /// <summary>The case that decided it; null when none ran.</summary>
    public string? Case { get; init; }

    /// <summary>One full sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What was expected.</summary>
    public string? Expected { get; init; }

    /// <summary>What was received.</summary>
    public string? Actual { get; init; }

    /// <summary>Number of the exchange that shows it.</summary>
    public int? Exchange { get; init; }

    /// <summary>XPath or JSON pointer in that exchange's body.</summary>
    public string? Pointer { get; init; }

    /// <summary>Line of the node in the body, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>What to change; given for fail and warn.</summary>
    public string? Fix { get; init; }

    /// <summary>How many observations had this verdict.</summary>
    public int Occurrences { get; init; } = 1;

    /// <summary>How many observations were made for this requirement and format in all.</summary>
    public int Observations { get; init; } = 1;

    /// <summary>Up to ten further observations with the same verdict.</summary>
    public IReadOnlyList<Observation> More { get; init; } = [];

    /// <summary>The failed requirement that kept this one from being exercised, if one did.</summary>
    public string? BlockedBy { get; init; }
}
