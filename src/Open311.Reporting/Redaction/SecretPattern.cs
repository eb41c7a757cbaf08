using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Open311.Reporting.Redaction;

/// <summary>Finds a secret however it is written: plain, percent-encoded, as XML or JSON escapes, in any mixture and letter case.</summary>
static class SecretPattern
{
    // Shorter secrets are ordinary words or numbers: masked inside other words they would corrupt the report they protect.
    const int AnywhereFrom = 6;
    const int WholeWordFrom = 3;

    public static Regex For(string secret)
    {
        var body = string.Concat(secret.EnumerateRunes().Select(Alternatives));
        var pattern = secret.Length switch
        {
            >= AnywhereFrom => body,
            >= WholeWordFrom => $@"\b{body}\b",
            _ => $"""(?<=(?<!/)api_?key\W{"{1,6}"}){body}(?!\w)""",
        };
        return new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    static string Alternatives(Rune rune)
    {
        var options = new StringBuilder("(?:").Append(Regex.Escape(rune.ToString()).Replace("/", @"\\?/", StringComparison.Ordinal));
        Span<byte> bytes = stackalloc byte[4];
        options.Append('|');
        foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            options.Append(CultureInfo.InvariantCulture, $"%(?:25)?{octet:X2}");
        options.Append(CultureInfo.InvariantCulture, $"|&\\#x0*{rune.Value:X};|&\\#0*{rune.Value};");
        if (rune.IsBmp)
            options.Append(CultureInfo.InvariantCulture, $@"|\\u{rune.Value:X4}");
        options.Append(rune.Value switch
        {
            ' ' => @"|\+",
            '&' => "|&amp;",
            '<' => "|&lt;",
            '>' => "|&gt;",
            '"' => @"|&quot;|\\""",
            '\'' => "|&apos;",
            _ => "",
        });
        return options.Append(')').ToString();
    }
}
