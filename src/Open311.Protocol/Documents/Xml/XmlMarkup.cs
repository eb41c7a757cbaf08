namespace Open311.Protocol.Documents.Xml;

/// <summary>Finds its way past the parts of an XML text in which markup means nothing: comments, CDATA, instructions, document types.</summary>
static class XmlMarkup
{
    /// <summary>The first XML declaration that is no part of a comment or CDATA section; -1 for none.</summary>
    public static int FindDeclaration(string text)
    {
        for (var i = text.IndexOf('<'); i >= 0; i = i < text.Length ? text.IndexOf('<', i) : -1)
        {
            if (XmlDeclaration.OpensAt(text.AsSpan(i)))
                return i;
            i = Skip(text, i);
        }

        return -1;
    }

    /// <summary>
    /// From a <c>&lt;</c>: the offset after the comment, CDATA section, instruction or document type that begins there; the end
    /// of the text when it is never closed; the next character for a tag.
    /// </summary>
    public static int Skip(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
            return After(text, at + 4, "-->");
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
            return After(text, at + 9, "]]>");
        if (rest.StartsWith("<?", StringComparison.Ordinal))
            return After(text, at + 2, "?>");
        if (rest.StartsWith("<!DOCTYPE", StringComparison.Ordinal))
            return AfterDocumentType(text, at + 9);
        return at + 1;
    }

    static int After(string text, int from, string end)
    {
        var found = text.IndexOf(end, from, StringComparison.Ordinal);
        return found < 0 ? text.Length : found + end.Length;
    }

    static int AfterDocumentType(string text, int from)
    {
        var inSubset = false;
        for (var i = from; i < text.Length;)
        {
            switch (text[i])
            {
                case '"' or '\'':
                    i = After(text, i + 1, text[i].ToString());
                    continue;
                case '<' when inSubset:
                    var next = Skip(text, i);
                    i = next > i + 1 ? next : i + 1;
                    continue;
                case '[':
                    inSubset = true;
                    break;
                case ']':
                    inSubset = false;
                    break;
                case '>' when !inSubset:
                    return i + 1;
            }

            i++;
        }

        return text.Length;
    }
}
