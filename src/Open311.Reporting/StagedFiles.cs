namespace Open311.Reporting;

/// <summary>Files written under other names first, so that readers see all of them whole or none.</summary>
sealed class StagedFiles(DirectoryInfo folder) : IDisposable
{
    readonly List<(string Temporary, string Final)> files = [];

    public FileStream Create(string name)
    {
        var temporary = Path.Combine(folder.FullName, $".{name}.{Guid.NewGuid():N}.tmp");
        files.Add((temporary, Path.Combine(folder.FullName, name)));
        return new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
    }

    /// <summary>Gives them their names; files of these names are replaced.</summary>
    public IReadOnlyList<FileInfo> Publish()
    {
        foreach (var (temporary, final) in files)
            File.Move(temporary, final, overwrite: true);
        return [.. files.Select(file => new FileInfo(file.Final))];
    }

    /// <summary>Removes what was not published.</summary>
    public void Dispose()
    {
        foreach (var (temporary, _) in files)
            File.Delete(temporary);
    }
}
