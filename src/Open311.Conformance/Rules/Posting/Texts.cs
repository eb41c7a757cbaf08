using System.Text;

namespace Open311.Conformance.Rules.Posting;

/// <summary>Compares texts that went through a server: normal form, line ends and surrounding white space are its own affair.</summary>
static class Texts
{
    public static bool Same(string sent, string back) => Plain(sent) == Plain(back);

    public static string Plain(string text) => Lines(text).Normalize(NormalizationForm.FormC).Trim();

    /// <summary>With LF for every line end.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
