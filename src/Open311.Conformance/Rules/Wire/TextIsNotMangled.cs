using System.Text.RegularExpressions;
using Open311.Conformance.Asking;
using Open311.Conformance.Judging;
using Open311.Protocol;

namespace Open311.Conformance.Rules.Wire;

sealed partial class TextIsNotMangled : IAnswersRule
{
    const string Requirement = "GR2-ENC-007";

    public string Name => "text-is-not-mangled";

    public void Judge(Examination examination, IReadOnlyList<Reply> replies)
    {
        var told = false;
        foreach (var reply in Bodies.Of(replies).Where(r => r.Succeeded && r.Document is not null))
        {
            var text = reply.Document!.Text;
            // In bytes that are not UTF-8 the replacement is the reader's own.
            var found = text.Contains('\uFFFD') && Damage.Of(reply) is null ? ("a replacement character (U+FFFD)", "\uFFFD")
                : Mojibake().Match(text) is { Success: true } pair ? ("UTF-8 that was read as Latin-1 and encoded again", pair.Value)
                : examination.Format == DataFormat.Xml && DoubleEntity().Match(text) is { Success: true } entity ? ("an entity that was escaped twice", entity.Value)
                : default;
            if (found.Item1 is not null)
            {
                told = true;
                examination.Violated(Requirement, $"The text of {Where.Of(reply)} holds {found.Item1}.", "the characters themselves", found.Item2, reply);
            }
            else if (text.Any(c => c > '\u007f'))
            {
                examination.Pass(Requirement, "Text is neither doubly encoded nor lossy.", reply);
            }
        }

        if (!told && !examination.Record.Has(Requirement, examination.Format))
            examination.Inconclusive(Requirement, "No text beyond ASCII came up.");
    }

    // The lead byte of a two-byte sequence as a Latin-1 letter, followed by what its second byte looks like.
    [GeneratedRegex(@"[\u00C3\u00C2][\u0080-\u00BF]|\u00E2\u20AC[\u0080-\u2122]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Mojibake();

    [GeneratedRegex(@"&amp;(amp|lt|gt|quot|nbsp|[a-z]{1,6}uml|eacute|egrave|szlig|#\d{2,6});", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DoubleEntity();
}
