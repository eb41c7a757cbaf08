using System.IO.Compression;

namespace Open311.Recordings.Storing;

/// <summary>Files in a zip, which may come from anybody: what it says of sizes is not believed, and what it holds beside a recording is not looked at.</summary>
sealed class ZipFiles(ZipArchive zip, string shown) : RecordingFiles
{
    readonly Dictionary<string, ZipArchiveEntry> entries = Entries(zip, shown);

    public override string Shown => shown;

    public override bool Has(string name) => entries.ContainsKey(name);

    public override byte[] Bytes(string name, long limit)
    {
        if (!entries.TryGetValue(name, out var entry))
            throw new RecordingException($"{Path(name)} is missing: the recording is not whole.");
        try
        {
            using var from = entry.Open();
            using var to = new MemoryStream();
            var buffer = new byte[32 * 1024];
            int count;
            while ((count = from.Read(buffer)) > 0)
            {
                if (to.Length + count > limit)
                    throw new RecordingException($"{Path(name)} is larger than the {limit} bytes that are read.");
                to.Write(buffer, 0, count);
            }

            return to.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new RecordingException($"{Path(name)} cannot be read: {e.Message}", e);
        }
    }

    static Dictionary<string, ZipArchiveEntry> Entries(ZipArchive zip, string shown)
    {
        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            if (!entries.TryAdd(entry.FullName, entry))
                throw new RecordingException($"{shown} holds {(entry.FullName.Length > 100 ? entry.FullName[..100] : entry.FullName)} twice.");
        }

        return entries;
    }
}
