namespace Open311.Selftest.Docs;

/// <summary>Text in Markdown pages.</summary>
internal static class PageText
{
    public const string Notice = "<!-- Written by 'open311 requirements --docs fixtures/requirements'; do not edit. -->\n";

    /// <summary>Text of the fixtures as running text: nothing in it is markup.</summary>
    public static string Prose(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Replace("\\", "\\\\").Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("*", "\\*").Replace("_", "\\_").Replace("[", "\\[").Replace("]", "\\]").Replace("`", "\\`").Replace("#", "\\#").Replace("~", "\\~");
    }

    public static string Cell(string text) => Prose(text).Replace("|", "\\|");
}
