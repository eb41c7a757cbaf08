namespace Open311.Conformance.Exchanges;

/// <summary>
/// Where exchanges come from: the network in a run, a recording when a bundle is judged again. The judge sees no difference.
/// </summary>
public interface IExchangeSource
{
    /// <summary>Whether a peer is there for whose sake one waits; false for a recording, so that judging again takes no time.</summary>
    bool IsLive => true;

    /// <summary>How a recorded run stopped asking before its time; null for one that asked everything, and on a network.</summary>
    RecordedEnd? End => null;

    /// <summary>What a recording made by others holds: these questions are judged, too, and no preflight is made. Empty for everything else.</summary>
    IReadOnlyList<OfferedQuestion> Offered => [];

    /// <summary>Makes or finds one exchange. One request, one answer: no redirect, no repetition. Never throws for what a server does.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="cancellation">Ends the run; throws <see cref="OperationCanceledException"/>.</param>
    ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation);
}
