using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents.Xml;

/// <summary>What stands before the root element, looked at by hand because an XML reader either hides it or gives up on it.</summary>
/// <param name="Start">Where an XML reader is to begin: after the declaration and anything foreign before it.</param>
/// <param name="StartPosition">The same as a place.</param>
/// <param name="Declaration">The XML declaration; null for none.</param>
sealed record XmlProlog(int Start, TextPosition StartPosition, XmlDeclaration? Declaration)
{
    const string WhatToSend = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    public static XmlProlog Read(string text, DefectLog defects)
    {
        var cursor = new TextCursor(text);
        var start = SkipForeignText(text, defects);
        var position = cursor.At(start);
        XmlDeclaration? declaration = null;
        if (XmlDeclaration.OpensAt(text.AsSpan(start)))
        {
            declaration = XmlDeclaration.Read(text.AsSpan(start));
            if (declaration is null)
                defects.Add(DefectKind.NotWellFormed, "The XML declaration is never closed by \"?>\".", position);
            else
                Judge(declaration, position, defects);
            start += declaration?.Length ?? 0;
        }
        else
        {
            defects.Add(DefectKind.DeclarationMissing, $"No XML declaration opens the document. Begin it with {WhatToSend}.", position);
        }

        var prolog = new XmlProlog(start, cursor.At(start), declaration);
        var type = FindDocumentType(text, start);
        if (type >= 0)
        {
            defects.Add(
                DefectKind.DocumentType,
                "A document type declaration stands before the root element. It was not processed. Leave it out: parsers that process it can be attacked through it, others refuse the document.",
                cursor.At(type));
        }

        return prolog;
    }

    static void Judge(XmlDeclaration declaration, TextPosition position, DefectLog defects)
    {
        if (declaration.Complaint is { } complaint)
            defects.Add(DefectKind.NotWellFormed, complaint, position);

        if (declaration.Encoding is null)
        {
            defects.Add(DefectKind.DeclarationWithoutEncoding, $"The XML declaration names no encoding. Send {WhatToSend}.", position);
        }
        else if (!declaration.Encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            defects.Add(
                DefectKind.DeclarationNamesOtherEncoding,
                $"The XML declaration names the encoding {Shown.Excerpt(declaration.Encoding)}; \"utf-8\" was expected. Send {WhatToSend}, and text encoded so.",
                position);
        }
    }

    static int SkipForeignText(string text, DefectLog defects)
    {
        if (XmlDeclaration.OpensAt(text))
            return 0;

        var found = XmlMarkup.FindDeclaration(text);
        if (found < 0)
            return 0;

        var before = text.AsSpan(0, found);
        var what = before.Trim(" \t\r\n").IsEmpty ? $"{found} characters of white space stand" : $"{Shown.Excerpt(before)} stands";
        var start = new TextPosition(1, 1);
        defects.Add(DefectKind.TextBeforeDeclaration, $"{what} before the XML declaration. The declaration must be the very first thing sent.", start);
        defects.Add(DefectKind.NotWellFormed, "XML 1.0 allows nothing before the XML declaration, not even white space; most parsers refuse the document.", start);
        return found;
    }

    static int FindDocumentType(string text, int start)
    {
        for (var i = start; i < text.Length;)
        {
            var rest = text.AsSpan(i);
            if (rest[0] is ' ' or '\t' or '\r' or '\n')
                i++;
            else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                return i;
            else if (rest.StartsWith("<!--", StringComparison.Ordinal) || rest.StartsWith("<?", StringComparison.Ordinal))
                i = XmlMarkup.Skip(text, i);
            else
                break;
        }

        return -1;
    }
}
