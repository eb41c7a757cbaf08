using System.Text.RegularExpressions;
using System.Xml;
using Open311.Protocol.Documents.Decoding;

namespace Open311.Protocol.Documents.Xml;

/// <summary>Says in a sentence what an XML reader stumbled over.</summary>
static partial class XmlComplaint
{
    /// <param name="error">What the reader threw.</param>
    /// <param name="text">The document.</param>
    /// <param name="afterRoot">Whether the root element had been read to its end.</param>
    public static string Explain(XmlException error, string text, bool afterRoot)
    {
        if (afterRoot)
            return "Something follows the end of the root element, where only comments and processing instructions may stand. It was not read.";

        var start = text.AsSpan().TrimStart(" \t\r\n");
        if (start[0] is '{' or '[')
            return $"The body begins with {Shown.Excerpt(start)}, which looks like JSON; XML was expected.";
        if (start[0] != '<')
            return $"The body begins with {Shown.Excerpt(start)}; an XML declaration or a root element was expected.";

        var said = Plain(error.Message);
        return IsPage(start)
            ? $"The body is an HTML page, not an XML document of the service: {said}"
            : $"The document is not well-formed: {said}{Hint(error.Message)}";
    }

    /// <summary>Whether the text is not even meant as XML: JSON, plain text, an HTML page. What is wrong inside it is then of no interest.</summary>
    public static bool IsForeign(string text)
    {
        var start = text.AsSpan().TrimStart(" \t\r\n");
        return start[0] != '<' || IsPage(start);
    }

    static bool IsPage(ReadOnlySpan<char> start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    static string Hint(string message) =>
        message.Contains("Name cannot begin with", StringComparison.Ordinal) ? " A \"<\" in text must be sent as \"&lt;\"."
        : message.Contains("end of file", StringComparison.Ordinal) ? " The document seems to be cut off."
        : message.Contains("does not match the end tag", StringComparison.Ordinal) ? " Close every element in the reverse order of opening, with its own name."
        : message.Contains("is a duplicate attribute", StringComparison.Ordinal) ? " An element may bear each attribute once."
        : "";

    static string Plain(string message)
    {
        var plain = LineAndPosition().Replace(message, "");
        return plain.Length <= 200 ? plain : plain[..200] + "…";
    }

    [GeneratedRegex(@" Line \d+, position \d+\.\z", RegexOptions.CultureInvariant)]
    private static partial Regex LineAndPosition();
}
