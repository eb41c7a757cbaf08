using System.Text.RegularExpressions;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>Length, markup and surrounding white space of a single value.</summary>
static partial class TextChecks
{
    public static void Check(ShapeContext context, Field field, Node value)
    {
        if (field.MaxLength > 0 && field.Length is { } length)
        {
            // Never more code points than UTF-16 units: counting is for long texts only.
            var points = value.RawText.Length <= field.MaxLength ? value.RawText.Length : CodePoints(value.RawText);
            if (points > field.MaxLength)
                context.Violated(length, $"{field.Name} has {points} characters; at most {field.MaxLength} are allowed.", $"at most {field.MaxLength} characters", $"{points} characters", value);
            else
                context.Passed(length, $"{field.Name} keeps to {field.MaxLength} characters.");
        }

        if (field.NoMarkup is { } markup)
        {
            // What the suite itself posted is for GR2-POST-027 to judge: kept and escaped, it is what the client wrote.
            if (Markup.In(value.Text) is { } found && !RunMark.Bears(value.Text))
                context.Add(Verdict.Warn, markup, $"{field.Name} holds markup: {found}.", "plain text", found, value, Conformance.Rules.Damage.Of(context.Reply));
            else
                context.Passed(markup, $"{field.Name} is plain text.");
        }

        if (context.Shape.Generic.WhiteSpace is { } whiteSpace && field.Kind is not (FieldKind.Text or FieldKind.Keywords))
        {
            if (value.RawText != value.Text)
                context.Add(Verdict.Warn, whiteSpace, $"{field.Name} \"{value.Text}\" is surrounded by white space.", value.Text, $"\"{value.RawText}\"", value);
            else
                context.Passed(whiteSpace, "Coded values have no surrounding white space.");
        }
    }

    // Line ends count once, astral characters count once.
    static int CodePoints(string text) => text.Replace("\r\n", "\n").EnumerateRunes().Count();
}

/// <summary>Finds HTML tags and entities in text that is already decoded.</summary>
public static partial class Markup
{
    // Long enough for any description; the patterns look at each character a bounded number of times, so no time limit is needed.
    const int Looked = 100_000;

    /// <summary>The first tag or entity in the text; null when there is none. Stray signs of comparison are no markup.</summary>
    public static string? In(string text)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
            return null;
        if (text.Length > Looked)
            text = text[..Looked];
        var tag = Tag().Match(text);
        if (tag.Success)
            return tag.Value;
        var entity = Entity().Match(text);
        return entity.Success ? entity.Value : null;
    }

    [GeneratedRegex(@"</?(p|br|a|b|i|u|em|strong|div|span|script|style|ul|ol|li|img|h[1-6]|table|tr|td|th|font|iframe|html|body|center|hr|small|blockquote|pre|code|svg|form|input)(\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"&(amp|lt|gt|quot|apos|nbsp|[a-z]{1,6}uml|szlig|eacute|egrave|agrave|ccedil|ntilde|copy|reg|hellip|ndash|mdash|[lr][sd]quo|#\d{1,7}|#x[0-9a-f]{1,6});", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Entity();
}
