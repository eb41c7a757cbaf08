using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Identifiers, keys, addresses and media that a field has told, wherever a text repeats them.</summary>
sealed class LiteralFinder(PseudonymBook book, KnownValues known, bool addresses = true) : IFinder
{
    public void Find(string text, Finds finds)
    {
        foreach (var (start, length, kind) in known.LiteralsIn(text))
        {
            if (addresses || kind is not (ValueKind.Address or ValueKind.MediaUrl))
                finds.Add(kind, start, start + length, Values.Edits(book, kind, text, start, start + length));
        }
    }
}
