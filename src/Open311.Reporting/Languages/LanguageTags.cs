namespace Open311.Reporting.Languages;

/// <summary>Languages by the tags that people write and pages carry.</summary>
public static class LanguageTags
{
    /// <summary>Every tag, the usual one first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Language>().Select(Tag)];

    /// <summary><c>en</c> or <c>de</c>.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.English => "en",
        Language.German => "de",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "Not a language of the reports."),
    };

    /// <summary>The language of a tag, or null.</summary>
    public static Language? Find(string tag) =>
        Enum.GetValues<Language>().Where(language => language.Tag().Equals(tag, StringComparison.OrdinalIgnoreCase)).Cast<Language?>().FirstOrDefault();
}
