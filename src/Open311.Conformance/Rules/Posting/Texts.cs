using System.Text;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Compares texts that went through a server: normal form, line ends and surrounding white space are its own affair.</summary>
static class Texts
{
    public static bool Same(string sent, string back) => Plain(sent) == Plain(back);

    public static string Plain(string text) => Lines(text).Normalize(NormalizationForm.FormC).Trim();

    /// <summary>The requirement that plus signs be decoded to blanks, where nothing else changed a text; null otherwise.</summary>
    public static string? Undecoded(string sent, string back) => !Same(sent, back) && Same(sent.Replace(' ', '+'), back) ? "GR2-POST-031" : null;

    /// <summary>With LF for every line end.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
