using System.Text;

namespace Open311.Conformance.Posting;

/// <summary>Writes descriptions.</summary>
static class ProseWriter
{
    public const int Limit = 4000;
    const int Flood = 20_000;
    const string Filler = "Lorem ipsum dolor sit amet. ";
    const string GreekFiller = "Δοκιμή άνευ σημασίας μόνο. ";

    public const string Letters = "Grüße, ça va; Καλημέρα κόσμε; Добрый день; 你好，世界; cafe\u0301. It's \"so\": 1 < 2 & 3 > 2, a+b = c.";
    public const string Emoji = "🚧 end";

    public static string Write(Prose prose, string nonce)
    {
        var sentence = RunMark.Sentence(nonce);
        return prose switch
        {
            Prose.None => "",
            Prose.Plain => sentence,
            Prose.Lines => $"{sentence}\r\nThe second line follows a CRLF.\nThe third line follows a LF.",
            Prose.Letters => $"{sentence} {Letters}",
            Prose.Emoji => $"{sentence} {Emoji}",
            Prose.Full => Fill(sentence, Limit, GreekFiller),
            Prose.FullAscii => Fill(sentence, Limit, Filler),
            Prose.Over => Fill(sentence, Limit + 1, Filler),
            Prose.Huge => Fill(sentence, Flood, Filler),
            Prose.Markup => $"{sentence} <b>bold</b> & <script>alert(1)</script>",
            Prose.Blanks => $"{sentence} one two + three",
            _ => throw new ArgumentOutOfRangeException(nameof(prose)),
        };
    }

    // Ends in a visible character, so that trimming takes nothing away.
    static string Fill(string start, int length, string filler)
    {
        var text = new StringBuilder(start).Append(' ');
        for (var i = 0; text.Length < length; i++)
            text.Append(i % 2 == 0 ? filler : Filler);
        text.Length = length - 1;
        return text.Append('.').ToString();
    }
}
