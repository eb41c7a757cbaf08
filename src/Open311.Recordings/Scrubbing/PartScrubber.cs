using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing;

/// <summary>Scrubs one text of a call, value by value, where they stand.</summary>
sealed class PartScrubber(FieldScrubber fields, ScrubTally tally)
{
    /// <summary>The text scrubbed; the very same one when nothing was in it.</summary>
    public string Scrub(Part part)
    {
        var edits = new List<Edit>();
        foreach (var field in part.Fields.Where(f => !f.IsSpared))
        {
            var value = FieldText.Of(part.Text, field);
            foreach (var replacement in fields.Find(field.Kind, value.Decoded.Text))
            {
                foreach (var edit in replacement.Edits)
                    edits.AddRange(value.Place(edit));
                tally.Add(
                    replacement.Kind,
                    field.Name,
                    value.Decoded.Text[replacement.Edits.Min(e => e.Start)..replacement.Edits.Max(e => e.End)],
                    () => new ScrubPlace(part.Take, part.Label, field.Pointer()));
            }
        }

        return edits.Count == 0 ? part.Text : Splicing.Apply(part.Text, edits);
    }
}
