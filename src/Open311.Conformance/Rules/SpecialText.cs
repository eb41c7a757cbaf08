namespace Open311.Conformance.Rules;

/// <summary>Identifiers that a URL carries only percent-encoded, or that its dots make ambiguous.</summary>
static class SpecialText
{
    /// <summary>Whether an identifier holds anything but ASCII letters, digits, hyphens, underscores and tildes.</summary>
    public static bool Is(string identifier) => identifier.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '~'));
}
