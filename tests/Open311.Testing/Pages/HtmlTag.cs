namespace Open311.Testing.Pages;

/// <summary>A start tag of the page.</summary>
public sealed record HtmlTag(string Name, IReadOnlyDictionary<string, string> Attributes);
