using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Open311.Reporting.Excerpts;

/// <summary>Follows a simple XPath (<c>/services/service[2]/type</c>) through bytes. Resolves nothing, reads no DTD.</summary>
static partial class XmlPlace
{
    static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Characters before the element in its line; null when it is not on that line or the body is no XML up to there.</summary>
    public static int? Find(ReadOnlyMemory<byte> body, int line, string pointer)
    {
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        using var reader = XmlReader.Create(stream, Settings);
        try
        {
            foreach (var step in pointer.Split('/').Skip(1).TakeWhile(step => !step.StartsWith('@')))
            {
                var parts = Step().Match(step);
                var index = parts.Groups["index"].Success ? int.Parse(parts.Groups["index"].Value, CultureInfo.InvariantCulture) : 1;
                if (!parts.Success || !Enter(reader, parts.Groups["name"].Value, index))
                    return null;
            }

            // The reader points at the name, one character after the bracket.
            var place = (IXmlLineInfo)reader;
            return place.LineNumber == line ? Math.Max(0, place.LinePosition - 2) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    static bool Enter(XmlReader reader, string name, int index)
    {
        if (reader.IsEmptyElement && reader.NodeType == XmlNodeType.Element)
            return false;
        reader.Read();
        while (!reader.EOF && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
                reader.Read();
            else if (reader.LocalName == name && --index == 0)
                return true;
            else
                reader.Skip();
        }

        return false;
    }

    [GeneratedRegex(@"^(?:[^:\[\]]+:)?(?<name>[^:\[\]]+)(?:\[(?<index>[1-9][0-9]{0,6})\])?$")]
    private static partial Regex Step();
}
