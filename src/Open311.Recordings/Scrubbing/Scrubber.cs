using Open311.Recordings.Cassettes;
using Open311.Recordings.Scrubbing.Bodies;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;

namespace Open311.Recordings.Scrubbing;

/// <summary>
/// Takes personal data, keys and exact positions out of a recording, and puts in their place what looks like them: the same value becomes the same one
/// wherever it stands and however it is escaped. Identifiers of requests, tokens of reports, codes, dates and texts of services stay. Whatever is not replaced comes back byte for byte.
/// </summary>
public sealed class Scrubber(ScrubOptions options)
{
    /// <summary>Scrubs a cassette, or refuses it when a body in it cannot be read and cleaned.</summary>
    public ScrubOutcome Scrub(Cassette cassette)
    {
        ArgumentNullException.ThrowIfNull(cassette);
        var keeper = new FieldKeeper(options.Keep);
        var book = new PseudonymBook(options.Seed);
        var known = new KnownValues();
        var tally = new ScrubTally();
        known.Public.UnionWith(options.Public);
        var planner = new BodyPlanner(keeper);
        var takes = cassette.Takes.Select(t => new TakeParts(t, planner, keeper)).ToList();
        var refusals = takes.SelectMany(t => t.Refusals).ToList();
        if (refusals.Count > 0)
            return new ScrubOutcome(null, new ScrubReport([], []), refusals);

        var learner = new ValueLearner(known, book);
        foreach (var part in takes.SelectMany(t => t.Parts))
            learner.Learn(part);
        known.Settle();
        var scrubber = new PartScrubber(new FieldScrubber(book, known), tally);
        var scrubbed = new List<Take>();
        foreach (var (parts, take) in takes.Zip(cassette.Takes))
        {
            if (parts.Scrubbed(scrubber, tally, known) is { } clean)
                scrubbed.Add(clean);
            else
                refusals.Add(new ScrubRefusal(take.Number, "wire", $"The bytes of the answer of take {take.Number} as they came cannot be cleaned: its headers and body are not found in them."));
        }

        if (refusals.Count > 0)
            return new ScrubOutcome(null, new ScrubReport([], []), refusals);
        foreach (var name in keeper.Unseen)
            tally.Note($"\"{name}\" was to be kept, and is nowhere in the recording.");
        return new ScrubOutcome(new Cassette(scrubbed), tally.Report(), []);
    }
}
