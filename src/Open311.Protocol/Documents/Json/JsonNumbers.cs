using System.Text.RegularExpressions;

namespace Open311.Protocol.Documents.Json;

/// <summary>The number grammar of RFC 4627, and what people write instead.</summary>
static partial class JsonNumbers
{
    /// <summary>Whether the literal is a JSON number.</summary>
    public static bool IsNumber(string literal) => Strict().IsMatch(literal);

    /// <summary>Whether it is meant as one: leading zeros, a plus sign, a point without digits on one side.</summary>
    public static bool LooksLikeNumber(string literal) => Loose().IsMatch(literal);

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Strict();

    [GeneratedRegex(@"\A[+\-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+\-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Loose();
}
