using Open311.Mock.WireMock.Checking;
using WireMock.Handlers;

namespace Open311.Mock.WireMock.Stubs;

/// <summary>The files that WireMock.Net may read for answers: those of the folder of the stubs, and nothing is written.</summary>
internal sealed class StubFiles(string folder) : IFileSystemHandler
{
    const int Largest = 32 * 1024 * 1024;

    readonly string root = Path.GetFullPath(folder);

    /// <exception cref="StubException">The file cannot be answered with.</exception>
    public void Check(string name, Place place)
    {
        if (Problem(name) is { } why)
            throw place.Refused(why);
    }

    public byte[] ReadResponseBodyAsFile(string path) => Problem(path) is { } why ? throw new StubException(why) : File.ReadAllBytes(Full(path));

    public string ReadResponseBodyAsString(string path) => Problem(path) is { } why ? throw new StubException(why) : File.ReadAllText(Full(path));

    public string GetMappingFolder() => root;

    public string GetUnmatchedRequestsFolder() => root;

    public bool FolderExists(string path) => Directory.Exists(path);

    public IEnumerable<string> EnumerateFiles(string path, bool includeSubdirectories) => [];

    public bool FileExists(string filename) => Problem(filename) is null;

    public string ReadMappingFile(string path) => ReadResponseBodyAsString(path);

    public byte[] ReadFile(string filename) => ReadResponseBodyAsFile(filename);

    public string ReadFileAsString(string filename) => ReadResponseBodyAsString(filename);

    public void CreateFolder(string path) => throw ReadOnly();

    public void WriteMappingFile(string path, string text) => throw ReadOnly();

    public void DeleteFile(string filename) => throw ReadOnly();

    public void WriteFile(string filename, byte[] bytes) => throw ReadOnly();

    public void WriteFile(string folder, string filename, byte[] bytes) => throw ReadOnly();

    public void WriteUnmatchedRequest(string filename, string text) => throw ReadOnly();

    static StubException ReadOnly() => new("Stubs are read here and never written.");

    string Full(string name) => Path.GetFullPath(Path.Combine(root, name.Replace('\\', '/')));

    string? Problem(string name)
    {
        if (name.Length == 0 || name.Contains('\0', StringComparison.Ordinal))
            return "The name of the file is empty or not one.";
        var shown = Texts.Shown(name);
        if (Path.IsPathRooted(name) || name.StartsWith('\\') || !IsBelow(Full(name)))
            return $"'{shown}' leads out of the folder of the stubs; put the file into it, and name it from there.";
        try
        {
            var file = new FileInfo(Full(name));
            if (!file.Exists)
                return $"There is no file '{shown}' in the folder of the stubs.";
            if (!IsReallyBelow(file))
                return $"'{shown}' is a link out of the folder of the stubs; put the file itself into it.";
            return file.Length > Largest ? $"'{shown}' has {file.Length} bytes; at most {Largest} are answered." : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return $"'{shown}' cannot be read: {Texts.Said(e)}";
        }
    }

    bool IsBelow(string full) => full.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A link may stand for the file or for any folder on the way to it; the folder of the stubs itself may be one.
    bool IsReallyBelow(FileInfo file)
    {
        for (FileSystemInfo? part = file; part is not null && IsBelow(part.FullName); part = part is FileInfo f ? f.Directory : ((DirectoryInfo)part).Parent)
        {
            if (part.LinkTarget is not null && !(part.ResolveLinkTarget(returnFinalTarget: true) is { } end && IsBelow(end.FullName)))
                return false;
        }

        return true;
    }
}
