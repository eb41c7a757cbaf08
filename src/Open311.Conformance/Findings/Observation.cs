using Open311.Protocol;

namespace Open311.Conformance.Findings;

/// <summary>One thing a case saw about one requirement. Findings are made of these.</summary>
public sealed record Observation
{
    /// <summary>The requirement's id.</summary>
    public required string Requirement { get; init; }

    /// <summary>The verdict this alone would give.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The format, where it matters.</summary>
    public DataFormat? Format { get; init; }

    /// <summary>The case.</summary>
    public required string Case { get; init; }

    /// <summary>One full sentence.</summary>
    public required string Message { get; init; }

    /// <summary>What was expected.</summary>
    public string? Expected { get; init; }

    /// <summary>What was received.</summary>
    public string? Actual { get; init; }

    /// <summary>Key of the exchange that shows it (<see cref="Exchanges.ProbeRequest.Key"/>).</summary>
    public string? ExchangeKey { get; init; }

    /// <summary>Number of that exchange, once the run has numbered them.</summary>
    public int? Exchange { get; init; }

    /// <summary>XPath or JSON pointer in its body.</summary>
    public string? Pointer { get; init; }

    /// <summary>Line in its body, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The failed requirement that kept this one from being exercised.</summary>
    public string? BlockedBy { get; init; }
}
