using System.IO.Compression;

namespace Open311.Recordings.Storing;

/// <summary>A recording in one file: a zip of what <see cref="RecordingFolder"/> has in a directory.</summary>
public static class RecordingArchive
{
    const int MostEntries = 200_000;

    // Zips tell no time zones; this is the earliest time that they can tell.
    static readonly DateTimeOffset none = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads what is said of a recording, without its exchanges.</summary>
    /// <param name="from">The zip; it must be able to seek.</param>
    /// <param name="shown">What it is called in messages.</param>
    /// <param name="bounds">What is read at most; null for the usual.</param>
    /// <exception cref="RecordingException">It is no recording, or malformed.</exception>
    public static RecordingInfo ReadInfo(Stream from, string shown, RecordingBounds? bounds = null) => Open(from, shown, files => RecordingFolder.ReadInfo(files, bounds ?? new()));

    /// <summary>Reads a recording.</summary>
    /// <param name="from">The zip; it must be able to seek.</param>
    /// <param name="shown">What it is called in messages.</param>
    /// <param name="bounds">What is read at most; null for the usual.</param>
    /// <exception cref="RecordingException">It is no recording, malformed, or a body is missing or was changed.</exception>
    public static Recording Read(Stream from, string shown, RecordingBounds? bounds = null) => Open(from, shown, files => RecordingFolder.Read(files, bounds ?? new()));

    /// <summary>Writes a recording; the same one gives the same bytes.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="recording">What.</param>
    public static void Write(Stream to, Recording recording)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes) in RecordingFolder.Files(recording).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
            entry.LastWriteTime = none;
            using var stream = entry.Open();
            stream.Write(bytes.Span);
        }
    }

    static T Open<T>(Stream from, string shown, Func<RecordingFiles, T> read)
    {
        try
        {
            using var zip = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count > MostEntries
                ? throw new RecordingException($"{shown} holds more than the {MostEntries} files that are read.")
                : read(new ZipFiles(zip, shown));
        }
        catch (InvalidDataException e)
        {
            throw new RecordingException($"{shown} is no zip that can be read: {e.Message}", e);
        }
    }
}
