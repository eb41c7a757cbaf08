using Open311.Conformance.Exchanges;
using Open311.Conformance.Targets;

namespace Open311.Conformance.Replaying;

/// <summary>Everything the judge took when it ran, so that it can be made to judge again without a network.</summary>
public sealed record RecordedRun
{
    /// <summary>What was tested; secrets in it may be masked, if they are masked alike in <see cref="Exchanges"/>.</summary>
    public required Target Target { get; init; }

    /// <summary>How it was tested.</summary>
    public required RunSettings Settings { get; init; }

    /// <summary>The instant everything was judged by.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>The end of the run.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>A name of the target that is not its URL; null for none.</summary>
    public string? TargetName { get; init; }

    /// <summary>How the run stopped asking before its time; null when it asked everything.</summary>
    public RecordedEnd? End { get; init; }

    /// <summary>The evidence.</summary>
    public required IReadOnlyList<Exchange> Exchanges { get; init; }

    /// <summary>Masks a question as those in <see cref="Exchanges"/> were, so that it is found; null when nothing was masked.</summary>
    public Func<ProbeRequest, ProbeRequest>? Masking { get; init; }
}
