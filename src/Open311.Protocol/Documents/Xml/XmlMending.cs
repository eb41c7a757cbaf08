using System.Globalization;
using System.Text;
using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents.Xml;

/// <summary>
/// Lets reading go on past references that cannot be resolved, bare ampersands and forbidden characters. Every character keeps
/// its place: an ampersand becomes a stand-in character that the text does not contain and turns back into one afterwards.
/// </summary>
sealed class XmlMending
{
    const char FirstStandIn = '\uE0A7';
    const int StandIns = 16;

    readonly char _standIn;

    XmlMending(ReadOnlyMemory<char> text, char standIn) => (Text, _standIn) = (text, standIn);

    /// <summary>The text for the XML reader, from the place where it is to start.</summary>
    public ReadOnlyMemory<char> Text { get; }

    /// <summary>Reports and mends everything from <paramref name="start"/> on.</summary>
    public static XmlMending Mend(string text, int start, DefectLog defects)
    {
        var span = text.AsSpan(start);
        var standIn = '\0';
        var doubtful = HasDoubtfulReference(span);
        if (doubtful)
            standIn = FindStandIn(text);
        if (standIn == '\0' && XmlCharacters.IndexOfForbidden(span) < 0)
            return new XmlMending(text.AsMemory(start), standIn);

        var mended = text.ToCharArray();
        MendCharacters(text, mended, start, defects);
        if (standIn != '\0')
            MendReferences(text, mended, start, standIn, defects);
        return new XmlMending(mended.AsMemory(start), standIn);
    }

    /// <summary>A value read from the mended text, as it was sent.</summary>
    public string Restore(string value) => _standIn == '\0' ? value : value.Replace(_standIn, '&');

    static bool HasDoubtfulReference(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('&'); at >= 0;)
        {
            if (!XmlReference.At(text[at..]).IsSound)
                return true;
            var next = text[(at + 1)..].IndexOf('&');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    // A character that stands in the text neither as itself nor as a reference. Whoever uses all the candidates has earned a refusal.
    static char FindStandIn(string text)
    {
        for (var c = FirstStandIn; c < FirstStandIn + StandIns; c++)
        {
            var isUsed = text.Contains(c)
                || text.Contains(((int)c).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                || text.Contains(((int)c).ToString("X4", CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);
            if (!isUsed)
                return c;
        }

        return '\0';
    }

    static void MendCharacters(string text, char[] mended, int start, DefectLog defects)
    {
        var cursor = new TextCursor(text);
        for (var i = start; i < text.Length; i++)
        {
            var next = XmlCharacters.IndexOfForbidden(text.AsSpan(i));
            if (next < 0)
                return;

            i += next;
            mended[i] = '\uFFFD';
            defects.Add(
                DefectKind.NotWellFormed,
                $"The character {Shown.Character(new Rune(text[i]))} stands in the document; XML 1.0 forbids it, even as a reference. Remove it before sending.",
                cursor.At(i));
        }
    }

    static void MendReferences(string text, char[] mended, int start, char standIn, DefectLog defects)
    {
        var cursor = new TextCursor(text);
        for (var i = start; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOfAny('<', '&');
            if (next < 0)
                return;

            i += next;
            if (text[i] == '<')
            {
                i = XmlMarkup.Skip(text, i);
                continue;
            }

            var reference = XmlReference.At(text.AsSpan(i));
            if (!reference.IsSound)
            {
                mended[i] = standIn;
                Report(reference, cursor.At(i), defects);
            }

            i++;
        }
    }

    static void Report(XmlReference reference, TextPosition position, DefectLog defects)
    {
        if (reference.EntityName is { } name)
        {
            var shown = Shown.Excerpt($"&{name};");
            defects.Add(
                DefectKind.EntityReference,
                $"The entity reference {shown} was not resolved. XML knows only &amp;, &lt;, &gt;, &quot; and &apos;; send the character itself in UTF-8, or a reference by number such as &#160;.",
                position);
            defects.Add(DefectKind.NotWellFormed, $"The entity {shown} is none of the five that XML predefines; parsers that process no document type refuse the document.", position);
        }
        else if (reference.CodePoint is { } number)
        {
            defects.Add(
                DefectKind.NotWellFormed,
                string.Create(CultureInfo.InvariantCulture, $"The reference to character number {number} names no character that XML 1.0 allows. Remove it before sending."),
                position);
        }
        else
        {
            defects.Add(DefectKind.NotWellFormed, "A bare ampersand stands where a reference must begin. Send \"&\" in text and attributes as \"&amp;\".", position);
        }
    }
}
