using Open311.Recordings.Scrubbing;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>What came of cleaning a recording.</summary>
/// <param name="Recording">What may be written; null when nothing may.</param>
/// <param name="Report">What was replaced; null when nothing was to be.</param>
/// <param name="Refusals">What cannot be cleaned, and is not in it.</param>
internal sealed record KeptRecording(Recording? Recording, ScrubReport? Report, IReadOnlyList<ScrubRefusal> Refusals);
