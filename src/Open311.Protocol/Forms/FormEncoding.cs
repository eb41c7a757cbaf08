using System.Text;
using Open311.Protocol.Documents;
using Open311.Protocol.Paths;

namespace Open311.Protocol.Forms;

/// <summary>The encoding <c>application/x-www-form-urlencoded</c> in UTF-8, of POST bodies and of query strings.</summary>
public static class FormEncoding
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>Writes fields in the order given, duplicates included. Pure ASCII; lone surrogates become U+FFFD.</summary>
    /// <param name="fields">Names and values.</param>
    /// <param name="style">Freedoms taken; those of browsers when null.</param>
    public static string Write(IEnumerable<KeyValuePair<string, string>> fields, FormStyle? style = null)
    {
        style ??= new FormStyle();
        var form = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            if (form.Length > 0)
                form.Append('&');
            Append(form, name, style, isName: true);
            form.Append('=');
            Append(form, value, style, isName: false);
        }

        return form.ToString();
    }

    /// <summary>Reads a form. Never throws: broken escapes stay as they are, bytes that are not UTF-8 become U+FFFD, and both are reported.</summary>
    /// <param name="body">The body, or the query without its question mark.</param>
    /// <param name="limits">Bounds; what exceeds them is reported as <see cref="DefectKind.TooLarge"/> and left out.</param>
    public static FormReading Read(ReadOnlySpan<byte> body, FormLimits? limits = null)
    {
        limits ??= FormLimits.Default;
        var fields = new List<KeyValuePair<string, string>>();
        var defects = new List<Defect>();
        if (body.Length > limits.MaxBytes)
        {
            defects.Add(new Defect(DefectKind.TooLarge, $"The form has {body.Length} bytes; at most {limits.MaxBytes} are read. Nothing of it was."));
            return new FormReading(fields, defects);
        }

        for (var start = 0; start < body.Length;)
        {
            var length = body[start..].IndexOf((byte)'&');
            var pair = length < 0 ? body[start..] : body.Slice(start, length);
            if (fields.Count >= limits.MaxFields)
            {
                defects.Add(new Defect(DefectKind.TooLarge, $"The form has more than {limits.MaxFields} fields; the others were left out.", At(start)));
                break;
            }

            if (!pair.IsEmpty)
                fields.Add(Field(pair, start, defects));
            start += pair.Length + 1;
        }

        return new FormReading(fields, defects);
    }

    static void Append(StringBuilder form, string text, FormStyle style, bool isName)
    {
        var keep = isName && style.BareBrackets ? "*-._[]" : "*-._";
        PercentEncoding.Append(form, text, keep, blank: style.BlankAsPercent20 ? "%20" : "+");
    }

    static KeyValuePair<string, string> Field(ReadOnlySpan<byte> pair, int start, List<Defect> defects)
    {
        var equals = pair.IndexOf((byte)'=');
        var name = equals < 0 ? pair : pair[..equals];
        var value = equals < 0 ? [] : pair[(equals + 1)..];
        return new KeyValuePair<string, string>(Decode(name, start, defects), Decode(value, start + equals + 1, defects));
    }

    static string Decode(ReadOnlySpan<byte> encoded, int start, List<Defect> defects)
    {
        var decoded = PercentEncoding.Decode(encoded, plusIsBlank: true, out var brokenEscape, out var isUtf8);
        if (brokenEscape >= 0)
            defects.Add(new Defect(DefectKind.NotWellFormed, "A percent sign is not followed by two hexadecimal digits. Send \"%\" as \"%25\".", At(start + brokenEscape)));
        if (!isUtf8)
            defects.Add(new Defect(DefectKind.NotUtf8, "The bytes of this field are not valid UTF-8. Encode text as UTF-8 before percent-encoding it.", At(start)));
        return decoded;
    }

    static TextPosition At(int offset) => new(1, offset + 1);
}
