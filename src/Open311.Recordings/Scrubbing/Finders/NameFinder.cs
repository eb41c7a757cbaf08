using System.Text.RegularExpressions;
using Open311.Recordings.Scrubbing.Fields;
using Open311.Recordings.Scrubbing.Pseudonyms;
using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Finders;

/// <summary>Names of people after greetings, titles and introductions, and at the end of a letter.</summary>
sealed partial class NameFinder(PseudonymBook book) : IFinder
{
    public void Find(string text, Finds finds)
    {
        foreach (var pattern in (Regex[])[Titled(), Greeted(), Introduced(), Mentioned(), Signed()])
        {
            foreach (Match match in pattern.Matches(text))
                Take(text, match.Groups["n"], finds);
        }
    }

    void Take(string text, Group found, Finds finds)
    {
        foreach (Match word in NameWords.In(found.Value))
        {
            if (NameWords.IsParticle(word.Value))
                continue;
            if (CommonWords.IsNoName(word.Value))
                break;
            var start = found.Index + word.Index;
            NameWords.Replace(book, text, start, start + word.Length, finds);
        }
    }

    const string Name = """\p{Lu}[\p{L}\p{M}'’\-]*\.?""";
    const string Names = $"""(?<n>{Name}(?:[ \t]+(?:(?:van|von|der|den|de|del|della|la|le|di|da|dos|bin|al|el|zu|af|ter)[ \t]+)*{Name})""" + "{0,3})";

    [GeneratedRegex($"""\b(?i:mr|mrs|ms|miss|mx|dr|prof|herrn?|frau|monsieur|madame|mme|mlle|señora?|sra|signora?|sig|rouva)\b\.?[ \t]+{Names}""", RegexOptions.CultureInvariant)]
    private static partial Regex Titled();

    [GeneratedRegex($"""\b(?i:dear|hi|hello|hey|hallo|lieber?|sehr geehrter?|guten tag|bonjour|hola|ch[eè]re?|estimad[oa]|hei|moi|good (?:morning|afternoon|evening))[ \t,]+{Names}""", RegexOptions.CultureInvariant)]
    private static partial Regex Greeted();

    [GeneratedRegex("""\b(?:my (?:full )?name(?:'s| is)|name\s?[:=]|mein name ist|ich hei(?:ß|ss)e|je m['’]appelle|me llamo|mi nombre es|nimeni on|mijn naam is)\s+(?<n>\p{L}[\p{L}\p{M}'’\-]*(?:[ \t]+\p{L}[\p{L}\p{M}'’\-]*)?)""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Introduced();

    [GeneratedRegex($"""\b(?i:reported by|submitted by|submitter|reporter|requestor|requester|caller|complainant|signed|ask for|spoke (?:with|to)|gemeldet von|ilmoittaja|i am|i'm|this is|contact|call|from)\s?:?[ \t]+(?<n>{Name}[ \t]+{Name}(?:[ \t]+{Name})?)""", RegexOptions.CultureInvariant)]
    private static partial Regex Mentioned();

    [GeneratedRegex($"""\b(?i:regards|sincerely|best wishes|yours truly|yours faithfully|thanks|thank you|thanks in advance|many thanks|thx|cheers|gr(?:ü|ue)(?:ß|ss)en?|gru(?:ß|ss)|cordialement|merci|saludos|atentamente|gracias|terveisin|kiitos|groeten|mvh|hilsen|best|love)\b[\s,.!\-–—:]{"{1,8}"}{Names}(?=\s*(?:$|[.,\r\n<()]))""", RegexOptions.CultureInvariant)]
    private static partial Regex Signed();
}
