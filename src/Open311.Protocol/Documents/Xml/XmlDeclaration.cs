using System.Text.RegularExpressions;

namespace Open311.Protocol.Documents.Xml;

/// <summary>The XML declaration, taken apart by hand so that whatever it says about encodings never steers the decoding.</summary>
/// <param name="Length">How much of the text it takes, <c>?&gt;</c> included.</param>
/// <param name="Encoding">The encoding named; null for none.</param>
/// <param name="Complaint">What is wrong with its grammar; null when nothing is.</param>
sealed partial record XmlDeclaration(int Length, string? Encoding, string? Complaint)
{
    const string Opening = "<?xml";
    const int Longest = 1024;

    /// <summary>Whether an XML declaration opens at that place, well written or not.</summary>
    public static bool OpensAt(ReadOnlySpan<char> text) =>
        text.StartsWith(Opening, StringComparison.Ordinal) && text.Length > Opening.Length && text[Opening.Length] is ' ' or '\t' or '\r' or '\n' or '?';

    /// <summary>Reads the declaration that opens the text; null when it is not closed within 1,024 characters.</summary>
    public static XmlDeclaration? Read(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf("?>", StringComparison.Ordinal);
        if (end < 0)
            return null;

        var inner = text[Opening.Length..end].ToString();
        var parts = PseudoAttribute().Matches(inner);
        var names = parts.Select(p => p.Groups["name"].Value).ToList();
        var values = parts.Select(p => p.Groups["value"].Value[1..^1]).ToList();
        var covered = parts.Sum(p => p.Length);
        return new XmlDeclaration(end + 2, Named("encoding"), Judge());

        string? Named(string name) => names.IndexOf(name) is var i and >= 0 ? values[i] : null;

        string? Judge() => (string.Join(' ', names), inner[covered..].Trim(' ', '\t', '\r', '\n')) switch
        {
            (_, { Length: > 0 } rest) => $"The XML declaration contains {Decoding.Shown.Excerpt(rest)}, which is no part of its grammar.",
            not (("version" or "version encoding" or "version standalone" or "version encoding standalone"), _) =>
                "The XML declaration must state version, encoding and standalone once at most and in this order, version always.",
            _ when Named("version") != "1.0" =>
                $"The XML declaration names version {Decoding.Shown.Excerpt(Named("version"))}; XML 1.0 was expected, other versions are not understood by most parsers.",
            _ when Named("encoding") is { } e && !EncodingName().IsMatch(e) => $"The XML declaration names the encoding {Decoding.Shown.Excerpt(e)}, which is no encoding name.",
            _ when Named("standalone") is { } s && s is not ("yes" or "no") => $"The XML declaration says standalone={Decoding.Shown.Excerpt(s)}; only \"yes\" or \"no\" are allowed.",
            _ => null,
        };
    }

    [GeneratedRegex("""\G[ \t\r\n]+(?<name>[A-Za-z]+)[ \t\r\n]*=[ \t\r\n]*(?<value>"[^"]*"|'[^']*')""", RegexOptions.CultureInvariant)]
    private static partial Regex PseudoAttribute();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9._\-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex EncodingName();
}
