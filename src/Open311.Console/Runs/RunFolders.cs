namespace Open311.WebConsole.Runs;

/// <summary>Where the files of runs and comparisons are.</summary>
internal sealed class RunFolders(DirectoryInfo data)
{
    public DirectoryInfo Run(string id) => new(Path.Combine(data.FullName, "runs", Checked(id)));

    public DirectoryInfo Comparison(string id) => new(Path.Combine(data.FullName, "comparisons", Checked(id)));

    /// <summary>A file for what is being looked at; whoever makes it deletes it.</summary>
    public FileInfo Upload()
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.FullName, "uploads"));
        return new FileInfo(Path.Combine(folder.FullName, $"{RowId.New()}.zip"));
    }

    /// <summary>Removes what a console that was killed had been looking at.</summary>
    public void RemoveUploads()
    {
        var folder = new DirectoryInfo(Path.Combine(data.FullName, "uploads"));
        if (folder.Exists)
            folder.Delete(recursive: true);
    }

    public static void Remove(DirectoryInfo folder)
    {
        folder.Refresh();
        if (folder.Exists)
            folder.Delete(recursive: true);
    }

    static string Checked(string id) => RowId.IsOne(id) ? id : throw new ArgumentException("Not the id of a row.", nameof(id));
}
