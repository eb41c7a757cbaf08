using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace Open311.Reporting.Bundles;

/// <summary>Reads the members of a zip of a stranger: bounded in number, size and swelling, and no name twice.</summary>
static class ZipReader
{
    const long LargestFile = 512L * 1024 * 1024;
    /// <summary>The most that a zip may become, where nobody asks for less.</summary>
    public const long LargestContent = 1024L * 1024 * 1024;


    const long LargestMember = 256L * 1024 * 1024;
    const long Swelling = 100;
    const long SwellingFrom = 32L * 1024 * 1024;
    const int MostMembers = 60_000;
    const int EndLength = 22;

    /// <exception cref="BundleException">It is not a zip that a bundle could be.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(Stream file, long mostContent = LargestContent)
    {
        if (file.Length > LargestFile)
            throw new BundleException($"The file has {Shown(file.Length)}; a bundle has at most {Shown(LargestFile)}.");
        if (Count(file) is > MostMembers and var count)
            throw new BundleException(string.Create(CultureInfo.InvariantCulture, $"The zip holds {(count == ushort.MaxValue ? "65,535 members or more" : $"{count:N0} members")}; a bundle has at most {MostMembers:N0}."));
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return Members(zip, file.Length, mostContent);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            throw new BundleException("The zip is damaged: it is cut off or was altered where it lists its members.", e);
        }
    }

    static Dictionary<string, byte[]> Members(ZipArchive zip, long fileLength, long mostContent)
    {
        var members = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var left = mostContent;
        if (zip.Entries.Sum(e => Math.Max(0, Math.Min(e.Length, LargestContent))) is var total && total > SwellingFrom && total / Swelling > fileLength)
            throw new BundleException($"The zip is a bomb: its {Shown(fileLength)} would become {Shown(total)} or more, so it is not unpacked.");
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName;
            if (name == BundleMember.RawFolder && entry.Length == 0)
                continue;
            if (BundleMember.LeadsOutside(name))
                throw new BundleException($"The zip holds '{Name(name)}', which leads out of the bundle; it is not unpacked.");
            if (members.ContainsKey(name))
                throw new BundleException($"The zip holds '{Name(name)}' twice, so that it is open which of the two counts.");
            if (entry.IsEncrypted)
                throw new BundleException($"'{Name(name)}' is encrypted; a bundle is not.");
            if (entry.Length > LargestMember || entry.Length > left)
                throw new BundleException($"'{Name(name)}' would have {Shown(entry.Length)}; a member has at most {Shown(LargestMember)}, all together {Shown(mostContent)}.");
            members.Add(name, Content(entry, name));
            left -= members[name].Length;
        }

        return members;
    }

    // Not a byte more than announced is unpacked, whatever the compressed data would give.
    static byte[] Content(ZipArchiveEntry entry, string name)
    {
        try
        {
            using var stream = entry.Open();
            var content = new byte[entry.Length];
            var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            if (length < content.Length || stream.ReadByte() >= 0)
                throw new BundleException($"'{Name(name)}' has not the {content.Length} bytes that the zip announces.");
            return content;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new BundleException($"'{Name(name)}' cannot be unpacked: its compressed data is damaged.", e);
        }
    }

    static int Count(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndLength + ushort.MaxValue)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        file.Seek(0, SeekOrigin.Begin);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == 0x06054B50)
                return BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        }

        var isZip = false;
        if (file.Length >= 4)
        {
            Span<byte> head = stackalloc byte[4];
            file.ReadExactly(head);
            isZip = head.SequenceEqual("PK\u0003\u0004"u8);
        }

        throw new BundleException(isZip ? "The zip is cut off: its end is missing." : "The file is not a zip, so it is no bundle.");
    }

    static string Name(string name) => Text.VisibleText.OneLine(Text.Bounded.Short(name, 100));

    static string Shown(long bytes) => bytes < 10_000 ? $"{bytes} bytes" : bytes < 10_000_000 ? $"{bytes / 1024} KiB" : $"{bytes / (1024 * 1024)} MiB";
}
