using Open311.Conformance.Evidence;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing;
using Open311.Recordings.Storing;

namespace Open311.Cli.Taping;

/// <summary>Takes personal data out of a recording before it is written.</summary>
internal static class RecordingCleaning
{
    /// <summary>Cleans it.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="scrub">What becomes of personal data.</param>
    /// <param name="leavesOut">Whether calls that cannot be cleaned are left out; else there is no recording.</param>
    public static KeptRecording Of(Recording recording, ScrubChoice scrub, bool leavesOut)
    {
        if (scrub.IsOff)
            return new(recording, null, []);
        var scrubber = new Scrubber(new()
        {
            Seed = scrub.Drawn(),
            Keep = scrub.Keep,
            // What the operator said of the city is in recording.json, too, and the recording could not be asked again without it.
            Public = [.. recording.Info.ExtraQuery.Select(a => a.Value), .. recording.Info.Jurisdictions, Redactor.Mask],
        });
        var (cassette, refusals) = (recording.Cassette, new List<ScrubRefusal>());
        while (true)
        {
            var outcome = scrubber.Scrub(cassette);
            if (!outcome.IsRefused)
                return new(new Recording(recording.Info with { Scrubbed = new ScrubSeal(scrub.Keep) }, outcome.Cassette), outcome.Report, refusals);
            refusals.AddRange(outcome.Refusals);
            if (!leavesOut)
                return new(null, outcome.Report, refusals);
            var unclean = outcome.Refusals.Select(r => r.Take).ToHashSet();
            cassette = new Cassette([.. cassette.Takes.Where(t => !unclean.Contains(t.Number)).Select((t, i) => t with { Number = i + 1 })]);
        }
    }
}
