using System.IO.Compression;

namespace Open311.Reporting.Bundles;

/// <summary>Writes the zip: the same members give the same bytes, whenever that is.</summary>
static class BundleZip
{
    // The earliest that a zip can say.
    static readonly DateTimeOffset timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream output, IReadOnlyList<(string Name, byte[] Content)> members)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in members)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = timeless;
            entry.ExternalAttributes = 0;
            using var stream = entry.Open();
            stream.Write(content);
        }
    }
}
