using System.Text.Json;
using Open311.Recordings.Cassettes;

namespace Open311.Recordings.Storing;

/// <summary>A recording on disk: a directory with <c>recording.json</c>, <c>exchanges.har</c> (HAR 1.2) and the bodies, byte for byte, in <c>bodies</c>.</summary>
public static class RecordingFolder
{
    const string HarName = "exchanges.har";

    /// <summary>Whether a directory holds a recording.</summary>
    /// <param name="directory">Its path.</param>
    public static bool Exists(string directory) => File.Exists(Path.Combine(directory, InfoFile.Name));

    /// <summary>Reads what is said of a recording, without its exchanges.</summary>
    /// <param name="directory">Its path.</param>
    /// <param name="bounds">What is read at most; null for the usual.</param>
    /// <exception cref="RecordingException">There is none, or it is malformed.</exception>
    public static RecordingInfo ReadInfo(string directory, RecordingBounds? bounds = null) => ReadInfo(new FolderFiles(directory), bounds ?? new());

    /// <summary>Reads a recording. Nothing outside the directory is opened, whatever it says.</summary>
    /// <param name="directory">Its path.</param>
    /// <param name="bounds">What is read at most; null for the usual.</param>
    /// <exception cref="RecordingException">There is none, it is malformed, or a body is missing or was changed.</exception>
    public static Recording Read(string directory, RecordingBounds? bounds = null) => Read(new FolderFiles(directory), bounds ?? new());

    /// <summary>Writes a recording: all of it, or nothing.</summary>
    /// <param name="directory">Its path; what is above it is made.</param>
    /// <param name="recording">What to write.</param>
    /// <param name="overwrite">Whether a recording that is already there gives way; anything else there never does.</param>
    /// <exception cref="RecordingException">Something is there already, or it cannot be written.</exception>
    public static void Write(string directory, Recording recording, bool overwrite = false)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        Refuse(full, directory, overwrite);
        var parent = Path.GetDirectoryName(full) ?? throw new RecordingException($"A recording cannot be written to {directory}: name a directory below it.");
        var staged = Path.Combine(parent, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(Path.Combine(staged, BodyFile.Folder));
            Fill(staged, recording);
            Exchange(staged, full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"The recording cannot be written to {directory}: {e.Message}", e);
        }
        finally
        {
            if (Directory.Exists(staged))
                Directory.Delete(staged, recursive: true);
        }
    }

    /// <summary>Tells before anything is recorded whether it can be written.</summary>
    /// <param name="directory">Its path.</param>
    /// <param name="overwrite">Whether a recording that is already there gives way.</param>
    /// <exception cref="RecordingException">Something is there already.</exception>
    public static void Refuse(string directory, bool overwrite) => Refuse(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)), directory, overwrite);

    static void Refuse(string full, string shown, bool overwrite)
    {
        if (File.Exists(full))
            throw new RecordingException($"{shown} is a file; a recording needs a directory.");
        if (!Directory.Exists(full) || !Directory.EnumerateFileSystemEntries(full).Any())
            return;
        if (!Exists(full))
            throw new RecordingException($"{shown} holds something that is no recording. Name another directory; it is not overwritten.");
        if (!overwrite)
            throw new RecordingException($"{shown} holds a recording already. Name another directory, or overwrite it with --force.");
    }

    internal static RecordingInfo ReadInfo(RecordingFiles files, RecordingBounds bounds) => files.Has(InfoFile.Name)
        ? InfoFile.Read(files.Bytes(InfoFile.Name, bounds.InfoBytes), files.Path(InfoFile.Name))
        : throw new RecordingException($"{files.Shown} holds no recording: there is no {InfoFile.Name} in it.");

    internal static Recording Read(RecordingFiles files, RecordingBounds bounds)
    {
        var info = ReadInfo(files, bounds);
        var har = files.Path(HarName);
        var bodies = new BodyShelf(files, bounds);
        var takes = new TakeReader(har, bounds, bodies.Of).Read(files.Bytes(HarName, bounds.HarBytes));
        return takes.Count == info.Exchanges
            ? new(info, new Cassette(takes))
            : throw new RecordingException($"{har} holds {takes.Count} exchanges where {InfoFile.Name} speaks of {info.Exchanges}: the recording is not whole.");
    }

    /// <summary>The files of a recording: each body once, then what names them.</summary>
    internal static IEnumerable<(string Name, ReadOnlyMemory<byte> Bytes)> Files(Recording recording)
    {
        var bodies = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        using var har = new MemoryStream();
        new TakeWriter((json, bytes, headers, _) =>
        {
            var name = $"{BodyFile.Folder}/{BodyFile.Name(bytes.Span, headers)}";
            bodies.TryAdd(name, bytes);
            json.WriteString("_file", name);
        }).Write(har, recording.Cassette, recording.Info.Tool);
        return
        [
            .. bodies.Select(b => (b.Key, b.Value)),
            (HarName, har.ToArray()),
            (InfoFile.Name, InfoFile.Write(recording.Info, recording.Cassette.Takes.Count)),
        ];
    }

    static void Fill(string staged, Recording recording)
    {
        foreach (var (name, bytes) in Files(recording))
            File.WriteAllBytes(Path.Combine(staged, name), bytes.Span);
    }

    // The old one steps aside first and is gone only when the new one stands in its place.
    static void Exchange(string staged, string full)
    {
        var aside = staged + ".old";
        if (Directory.Exists(full))
            Directory.Move(full, aside);
        try
        {
            Directory.Move(staged, full);
        }
        catch when (Directory.Exists(aside))
        {
            Directory.Move(aside, full);
            throw;
        }

        if (Directory.Exists(aside))
            Directory.Delete(aside, recursive: true);
    }

    internal static byte[] Bytes(string path, long limit)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw new RecordingException($"{path} is missing: the recording is not whole.");
            if (file.LinkTarget is not null)
                throw new RecordingException($"{path} is a link; a recording consists of files.");
            return file.Length > limit
                ? throw new RecordingException($"{path} is larger than the {limit} bytes that are read.")
                : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingException($"{path} cannot be read: {e.Message}", e);
        }
    }

    sealed class BodyShelf(RecordingFiles files, RecordingBounds bounds)
    {
        readonly Dictionary<string, ReadOnlyMemory<byte>> known = new(StringComparer.Ordinal);
        long total;

        public ReadOnlyMemory<byte> Of(JsonElement content)
        {
            if (TakeReader.Text(content, "_file") is not { } file)
                return default;
            var name = file.StartsWith(BodyFile.Folder + "/", StringComparison.Ordinal) ? file[(BodyFile.Folder.Length + 1)..] : "";
            if (!BodyFile.IsName(name))
                throw new RecordingException($"'{(file.Length > 100 ? file[..100] : file)}' is not the name of a body: those are {BodyFile.Folder}/ and the hash of the content.");
            if (known.TryGetValue(name, out var bytes))
                return bytes;
            var path = files.Path(file);
            var read = files.Bytes(file, bounds.BodyBytes);
            if ((total += read.Length) > bounds.TotalBytes)
                throw new RecordingException($"the bodies are larger than the {bounds.TotalBytes} bytes that are read together.");
            if (!BodyFile.Fits(name, read))
                throw new RecordingException($"{path} was changed: its content no longer fits its name.");
            return known[name] = read;
        }
    }
}
