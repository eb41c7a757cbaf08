using System.Diagnostics.CodeAnalysis;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Scrubbing;

/// <summary>What came of scrubbing: a cassette with a report, or a refusal.</summary>
/// <param name="Cassette">The scrubbed cassette; null when it was refused.</param>
/// <param name="Report">What was replaced; empty when it was refused.</param>
/// <param name="Refusals">Each call whose body cannot be cleaned; empty when none was.</param>
public sealed record ScrubOutcome(Cassette? Cassette, ScrubReport Report, IReadOnlyList<ScrubRefusal> Refusals)
{
    /// <summary>Whether nothing was made of the cassette.</summary>
    [MemberNotNullWhen(false, nameof(Cassette))]
    public bool IsRefused => Cassette is null;
}
