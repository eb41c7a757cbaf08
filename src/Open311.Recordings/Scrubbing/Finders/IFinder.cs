using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Finds one kind of personal data in a text whose escapes are resolved.</summary>
interface IFinder
{
    void Find(string text, Finds finds);
}
