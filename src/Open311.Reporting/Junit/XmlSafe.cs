using System.Xml;

namespace Open311.Reporting.Junit;

/// <summary>Leaves out what XML 1.0 forbids: a single such character makes the whole file unreadable.</summary>
static class XmlSafe
{
    public static string Text(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Where(IsAllowed).Select(rune => rune.ToString()));

    static bool IsAllowed(System.Text.Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
}
