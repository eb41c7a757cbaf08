using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;

namespace Open311.Conformance.Profiles;

/// <summary>The profiles that are shipped, and those in files.</summary>
public static class ProfileBook
{
    const int LargestFile = 1024 * 1024;

    /// <summary>The names of the shipped profiles.</summary>
    public static IReadOnlyList<string> Shipped { get; } = [.. FixtureFile.Embedded("profiles").Select(f => f.Stem)];

    /// <summary>A shipped profile.</summary>
    /// <exception cref="FixtureException">There is none of that name.</exception>
    public static BuyerProfile Load(string name, RequirementCatalog catalog) =>
        Reader(catalog).Read(ShippedFile(name) ?? throw new FixtureException(name, 0, 0, $"there is no such profile; there are {string.Join(", ", Shipped)}"));

    /// <summary>A profile in a file; what it extends is a shipped profile or a file beside it.</summary>
    /// <exception cref="FixtureException">It cannot be used; the message names file and line.</exception>
    public static BuyerProfile Load(FileInfo file, string shownAs, RequirementCatalog catalog) =>
        Reader(catalog).Read(Open(file, shownAs) ?? throw new FixtureException(shownAs, 0, 0, "there is no such file"));

    static ProfileReader Reader(RequirementCatalog catalog) => new(catalog, (name, from) => ShippedFile(name) ?? Beside(name, from));

    static FixtureFile? ShippedFile(string name) => FixtureFile.Embedded("profiles").FirstOrDefault(f => f.Stem == name);

    static FixtureFile? Beside(string name, FixtureFile from) =>
        Path.GetDirectoryName(from.FullPath) is { } folder && name.IndexOf('\0', StringComparison.Ordinal) < 0 ? Open(new FileInfo(Path.Combine(folder, name)), name) : null;

    static FixtureFile? Open(FileInfo file, string shownAs)
    {
        if (!file.Exists)
            return null;
        if (file.Length > LargestFile)
            throw new FixtureException(shownAs, 0, 0, $"the file has {file.Length} bytes; a profile has at most {LargestFile}");
        return FixtureFile.At(file, shownAs);
    }
}
