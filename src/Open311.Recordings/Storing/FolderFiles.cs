namespace Open311.Recordings.Storing;

/// <summary>Files in a directory. Nothing outside it is opened: names are those that recordings use, and links are refused.</summary>
sealed class FolderFiles(string directory) : RecordingFiles
{
    public override string Shown => directory;

    public override bool Has(string name) => File.Exists(Path(name));

    public override byte[] Bytes(string name, long limit) => RecordingFolder.Bytes(Path(name), limit);
}
