using System.Globalization;
using System.Text;

namespace Open311.Recordings.Exporting;

/// <summary>
/// Regular expressions, good in .NET and Java alike, for what was asked: in any order of the pairs, and with every character percent-encoded
/// or not.
/// </summary>
internal static class EncodedPattern
{
    // Of both languages; either refuses a backslash before some of the others.
    const string Special = @"\^$.|?*+()[]{}";

    /// <summary>A path, without anchors.</summary>
    public static string Path(string encoded) => string.Join('/', encoded.Split('/').Select(segment => Text(DecodedText.OfPath(segment), InPath)));

    /// <summary>All the pairs and no others, from the first to the end.</summary>
    /// <param name="pairs">One at least.</param>
    /// <param name="keyIsAny">Whether a key may be any.</param>
    public static string Pairs(IReadOnlyList<Pair> pairs, bool keyIsAny)
    {
        var pattern = new StringBuilder();
        foreach (var alike in pairs.GroupBy(p => p))
        {
            var one = $"(?:[^&]*&)*?{Of(alike.Key, keyIsAny)}(?:&|$)";
            pattern.Append(alike.Count() == 1 ? $"(?={one})" : $"(?=(?:{one}){{{alike.Count()}}})");
        }

        return pattern.Append(Count(pairs.Count)).ToString();
    }

    /// <summary>So many pairs, whatever they are.</summary>
    public static string Count(int pairs) => pairs == 1 ? "[^&]+" : $"[^&]+(?:&[^&]+){{{pairs - 1}}}";

    static string Of(Pair pair, bool keyIsAny)
    {
        var name = Text(pair.Name, InName);
        return pair.IsKey && keyIsAny ? $"{name}=[^&]*" : pair.Value.Bytes.IsEmpty ? $"{name}=?" : $"{name}={Text(pair.Value, InValue)}";
    }

    static string Text(DecodedText text, Func<Rune, string?> bare)
    {
        var pattern = new StringBuilder();
        var rest = text.Bytes;
        while (!rest.IsEmpty)
        {
            var isText = Rune.DecodeFromUtf8(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            // These nobody encodes; .NET undoes it where somebody does.
            if (isText && rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || rune.Value is '-' or '_' or '.'))
                pattern.Append(Escaped(rune));
            else
                pattern.Append(isText && bare(rune) is { } itself ? $"(?:{itself}|{Percent(rest[..length])})" : Percent(rest[..length]));
            rest = rest[length..];
        }

        return pattern.ToString();
    }

    // What may stand as it is where; null for what has to be encoded.
    static string? InPath(Rune rune) => rune.Value is '?' or '#' or '%' or '/' || Rune.IsControl(rune) ? null : Escaped(rune);

    static string? InName(Rune rune) => rune.Value == '=' ? null : InValue(rune);

    static string? InValue(Rune rune) => rune.Value switch
    {
        ' ' => @"\+| ",
        '+' or '&' or '#' or '%' => null,
        _ => Rune.IsControl(rune) ? null : Escaped(rune),
    };

    static string Escaped(Rune rune) => rune.IsAscii && Special.Contains((char)rune.Value) ? $"\\{(char)rune.Value}" : rune.ToString();

    static string Percent(ReadOnlySpan<byte> bytes)
    {
        var pattern = new StringBuilder();
        foreach (var b in bytes)
        {
            pattern.Append('%');
            foreach (var digit in b.ToString("X2", CultureInfo.InvariantCulture))
                pattern.Append(char.IsAsciiDigit(digit) ? $"{digit}" : $"[{digit}{char.ToLowerInvariant(digit)}]");
        }

        return pattern.ToString();
    }
}
