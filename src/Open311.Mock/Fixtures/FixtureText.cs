using System.Reflection;

namespace Open311.Mock.Fixtures;

/// <summary>Finds fixtures among the embedded ones and on disk.</summary>
internal static class FixtureText
{
    static readonly Assembly Home = typeof(FixtureText).Assembly;

    /// <summary>The text of an embedded fixture (<c>fixtures/cities/x.yaml</c>) or of a file; a file on disk wins.</summary>
    public static string Read(string name)
    {
        try
        {
            if (File.Exists(name))
                return File.ReadAllText(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FixtureException(name, 0, $"The file cannot be read ({e.Message.TrimEnd('.')}).");
        }

        using var stream = Home.GetManifestResourceStream(name)
            ?? throw new FixtureException(name, 0, "There is neither a file nor an embedded fixture of this name.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Names of the embedded fixtures of a folder, sorted.</summary>
    public static IReadOnlyList<string> Names(string folder) =>
        [.. Home.GetManifestResourceNames()
            .Where(name => name.StartsWith($"fixtures/{folder}/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
}
