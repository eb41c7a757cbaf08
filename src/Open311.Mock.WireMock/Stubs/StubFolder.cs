using Open311.Mock.WireMock.Checking;

namespace Open311.Mock.WireMock.Stubs;

/// <summary>The folder with the mapping files: those named *.json in it, in the order of their names.</summary>
internal sealed class StubFolder
{
    const int MostFiles = 10_000;

    // WireMock.Net keeps its mappings here below the folder that it is started in.
    static readonly string Usual = Path.Combine("__admin", "mappings");

    StubFolder(string path) => FullPath = path;

    public string FullPath { get; }

    /// <summary>Mapping files below, which WireMock.Net does not read either.</summary>
    public int Deeper => Directory.EnumerateFiles(FullPath, "*.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 5, IgnoreInaccessible = true }).Take(MostFiles).Count()
        - Files().Count;

    /// <exception cref="StubException">There is no such folder.</exception>
    public static StubFolder Open(string path)
    {
        var full = Path.GetFullPath(path);
        if (!Directory.Exists(full))
            throw new StubException(File.Exists(full) ? $"'{Texts.Shown(path)}' is a file; name the folder that it is in." : $"There is no folder '{Texts.Shown(path)}'.");
        return new StubFolder(Directory.Exists(Path.Combine(full, Usual)) ? Path.Combine(full, Usual) : full);
    }

    /// <summary>The mapping files with what tells a changed one, by name.</summary>
    /// <exception cref="StubException">The folder cannot be read.</exception>
    public SortedDictionary<string, (DateTime Written, long Length)> Files()
    {
        try
        {
            var found = new SortedDictionary<string, (DateTime, long)>(StringComparer.Ordinal);
            foreach (var file in new DirectoryInfo(FullPath).EnumerateFiles("*.json").Take(MostFiles + 1))
                found[file.Name] = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            return found.Count <= MostFiles ? found : throw new StubException($"The folder holds more than {MostFiles} mapping files; put many mappings into one file.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StubException($"The folder of the stubs cannot be read: {Texts.Said(e)}", e);
        }
    }

    public string PathOf(string name) => Path.Combine(FullPath, name);
}
