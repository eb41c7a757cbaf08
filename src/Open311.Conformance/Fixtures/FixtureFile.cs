using System.Reflection;

namespace Open311.Conformance.Fixtures;

/// <summary>One YAML file of fixtures, embedded in this assembly or in a folder.</summary>
public sealed class FixtureFile
{
    readonly Func<Stream> open;

    FixtureFile(string name, Func<Stream> open)
    {
        Name = name;
        this.open = open;
    }

    /// <summary>Where it lies; null for what is embedded or in memory.</summary>
    internal string? FullPath { get; private init; }

    /// <summary>The file as messages name it, such as <c>fixtures/requirements/sd-url.yaml</c>.</summary>
    public string Name { get; }

    /// <summary>The name without folder and extension, such as <c>sd-url</c>.</summary>
    public string Stem => Path.GetFileNameWithoutExtension(Name);

    /// <summary>The files shipped inside this assembly, by name.</summary>
    /// <param name="folder">Such as <c>requirements</c>.</param>
    public static IReadOnlyList<FixtureFile> Embedded(string folder)
    {
        var assembly = typeof(FixtureFile).Assembly;
        var prefix = $"fixtures/{folder}/";
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new FixtureFile(name, () => Resource(assembly, name))),
        ];
    }

    /// <summary>The <c>*.yaml</c> files of a folder, by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FixtureException">There is no such folder, or no fixture in it.</exception>
    public static IReadOnlyList<FixtureFile> InFolder(DirectoryInfo folder)
    {
        var shown = folder.ToString().Replace('\\', '/').TrimEnd('/');
        if (!folder.Exists)
            throw new FixtureException(shown, 0, 0, "there is no such folder of fixtures");
        var files = folder.GetFiles("*.yaml").OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new FixtureFile($"{shown}/{file.Name}", file.OpenRead))
            .ToArray();
        return files.Length > 0 ? files : throw new FixtureException(shown, 0, 0, "there is no .yaml file in this folder");
    }

    /// <summary>A file of an operator.</summary>
    /// <param name="file">The file.</param>
    /// <param name="shownAs">The name messages use.</param>
    internal static FixtureFile At(FileInfo file, string shownAs) => new(shownAs, file.OpenRead) { FullPath = file.FullName };

    /// <summary>A fixture that is text in memory.</summary>
    /// <param name="name">The name messages use.</param>
    /// <param name="yaml">Its content.</param>
    public static FixtureFile FromText(string name, string yaml) =>
        new(name, () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(yaml)));

    /// <summary>Reads the file.</summary>
    /// <exception cref="FixtureException">It is not one YAML document, or uses anchors or tags.</exception>
    public FixtureNode Read()
    {
        using var reader = new StreamReader(open());
        return FixtureTree.Read(Name, reader);
    }

    /// <summary>The file as it is.</summary>
    internal byte[] Bytes()
    {
        using var content = open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    static Stream Resource(Assembly assembly, string name) =>
        assembly.GetManifestResourceStream(name) ?? throw new FixtureException(name, 0, 0, "the embedded fixture cannot be opened");
}
