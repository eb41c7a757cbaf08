using Open311.Recordings.Cassettes;
using Open311.Recordings.Storing;

namespace Open311.Recordings.Exporting;

/// <summary>Stubs of another server, many files in a directory.</summary>
sealed class StubExport(string name, string description, Func<Cassette, ExportResult> make) : IRecordingExport
{
    public string Name => name;

    public string Description => description;

    public IReadOnlyList<string> Write(Recording recording, string path)
    {
        var export = make(recording.Cassette);
        foreach (var file in export.Files)
        {
            var full = Path.Combine(path, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, file.Bytes.Span);
        }

        return export.Notes;
    }
}
