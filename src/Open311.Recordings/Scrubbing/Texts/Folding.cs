using System.Text;

namespace Open311.Recordings.Scrubbing.Texts;

/// <summary>Letters without case and accents, so that "JOSE", "José" and its decomposed form are one name.</summary>
static class Folding
{
    const string Accented = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšţťŧùúûüũūŭůűųŵýÿŷźżž";
    const string Plain = "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssstttuuuuuuuuuuwyyyzzz";

    public static string Of(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var lower = char.ToLowerInvariant(c);
            if (lower is >= '\u0300' and <= '\u036F')
                continue;
            var at = lower < 0x80 ? -1 : Accented.IndexOf(lower, StringComparison.Ordinal);
            folded.Append(at >= 0 ? Plain[at] : lower is '’' ? '\'' : lower);
        }

        return folded.ToString();
    }
}
