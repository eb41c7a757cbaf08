using System.Text;
using System.Text.RegularExpressions;
using Open311.Reporting.Text;

namespace Open311.Reporting.Markdown;

/// <summary>Foreign text in Markdown: nothing in it becomes markup, a link, a mention or an image.</summary>
static partial class MarkdownText
{
    // A word joiner, unseen by the reader, keeps "www.x", "://", "#1" and "@x" from becoming links and mentions.
    const string Joiner = "&#8288;";

    const string Punctuation = @"\`*_[]#|~$";

    /// <summary>As running text, on one line.</summary>
    public static string Prose(string text)
    {
        text = VisibleText.OneLine(text.Replace('\n', ' ').Replace('\t', ' ')).Trim();
        var result = new StringBuilder(StartsBlock().IsMatch(text) ? Joiner : "");
        for (var at = 0; at < text.Length; at++)
        {
            result.Append(text[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => $"@{Joiner}",
                '#' => $"\\#{Joiner}",
                ':' when text.AsSpan(at + 1).StartsWith("//") => $":{Joiner}",
                '.' when text.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase) => $"{Joiner}.",
                var c when Punctuation.Contains(c, StringComparison.Ordinal) => $"\\{c}",
                var c => c.ToString(),
            });
        }

        return result.ToString();
    }

    /// <summary>As a code span, on one line; not for table cells, where a bar would end it.</summary>
    public static string Code(string text)
    {
        text = VisibleText.OneLine(text);
        var fence = new string('`', LongestRun(text) + 1);
        var pad = text.Length == 0 || text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{pad}{text}{pad}{fence}";
    }

    /// <summary>As a fenced block.</summary>
    public static string Block(string text, string language)
    {
        text = VisibleText.Of(text);
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return $"{fence}{language}\n{text}\n{fence}";
    }

    static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    // What would open a list or a heading at the start of a list item.
    [GeneratedRegex(@"^([-+=]|\d+[.)])")]
    private static partial Regex StartsBlock();
}
