using System.Buffers.Binary;
using System.Globalization;

namespace Open311.Reporting.Bundles;

/// <summary>
/// Whether a zip holds what its list of members says, and nothing beside: tools that read it from its beginning, from its end, or by extra fields
/// must all see the same members. The list itself has been read by others before.
/// </summary>
static class ZipLayout
{
    const uint Local = 0x04034B50;
    const uint Central = 0x02014B50;
    const uint End = 0x06054B50;
    const uint End64 = 0x06064B50;
    const uint Locator64 = 0x07064B50;
    const uint Descriptor = 0x08074B50;

    // Sizes beyond 4 GB, times and owners as Unix and Windows keep them: no tool takes a name or content from these.
    static readonly int[] harmlessFields = [0x0001, 0x000A, 0x5455, 0x5855, 0x7855, 0x7875];

    /// <summary>What is in it that is no member, in sentences; empty for nothing.</summary>
    public static IReadOnlyList<string> Problems(ReadOnlySpan<byte> zip)
    {
        var problems = new List<string>();
        try
        {
            Look(zip, problems);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException or IndexOutOfRangeException)
        {
            problems.Add("The zip's list of members points outside of the file.");
        }

        return problems;
    }

    static void Look(ReadOnlySpan<byte> zip, List<string> problems)
    {
        var end = FindEnd(zip);
        var after = zip.Length - end - 22;
        if (after != 0 || Short(zip, end + 20) != 0)
            problems.Add($"{Bytes(after)} stand after the end of the zip, or as a comment in it; no member holds them.");
        var (at, count) = ((long)Long(zip, end + 16), (long)Short(zip, end + 10));
        var listEnd = end;
        if (end >= 20 && Long(zip, end - 20) == Locator64)
        {
            listEnd = checked((int)Wide(zip, end - 12));
            if (Long(zip, listEnd) != End64)
                throw new ArgumentOutOfRangeException(nameof(zip));
            (at, count) = (checked((long)Wide(zip, listEnd + 48)), checked((long)Wide(zip, listEnd + 32)));
        }

        var start = checked((int)at);
        var parts = new List<(int From, int To, string Name)>();
        var cursor = start;
        for (var n = 0L; n < count; n++)
            cursor = Member(zip, cursor, parts, problems);
        if (cursor != listEnd)
            problems.Add($"{Bytes(listEnd - cursor)} stand after the zip's list of members; no member holds them.");
        Gaps(parts, start, problems);
    }

    // One entry of the list, and the member it points to.
    static int Member(ReadOnlySpan<byte> zip, int at, List<(int From, int To, string Name)> parts, List<string> problems)
    {
        if (Long(zip, at) != Central)
            throw new ArgumentOutOfRangeException(nameof(at));
        var (nameLength, extraLength, commentLength) = (Short(zip, at + 28), Short(zip, at + 30), Short(zip, at + 32));
        var name = zip.Slice(at + 46, nameLength);
        var shown = Shown(name);
        var extra = zip.Slice(at + 46 + nameLength, extraLength);
        Extras(extra, shown, problems);
        if (commentLength > 0)
            problems.Add($"'{shown}' bears a comment of {Bytes(commentLength)}; a member of a bundle has none.");
        var (size, place) = Wider(extra, Long(zip, at + 20), Long(zip, at + 24), Long(zip, at + 42));
        var local = checked((int)place);
        if (Long(zip, local) != Local)
            throw new ArgumentOutOfRangeException(nameof(at));
        var (localName, localExtra) = (Short(zip, local + 26), Short(zip, local + 28));
        if (!zip.Slice(local + 30, localName).SequenceEqual(name))
            problems.Add($"'{shown}' has another name where it stands ('{Shown(zip.Slice(local + 30, localName))}') than in the zip's list of members.");
        Extras(zip.Slice(local + 30 + localName, localExtra), shown, problems);
        var dataEnd = checked(local + 30 + localName + localExtra + (int)size);
        parts.Add((local, dataEnd + DescriptorLength(zip, local, dataEnd), shown));
        return at + 46 + nameLength + extraLength + commentLength;
    }

    static void Gaps(List<(int From, int To, string Name)> parts, int listStart, List<string> problems)
    {
        var cursor = 0;
        foreach (var (from, to, name) in parts.OrderBy(p => p.From))
        {
            if (from > cursor)
                problems.Add($"{Bytes(from - cursor)} stand before '{name}' in the zip; no member holds them.");
            else if (from < cursor)
                problems.Add($"'{name}' overlaps with another member in the zip.");
            cursor = Math.Max(cursor, to);
        }

        if (cursor != listStart)
            problems.Add($"{Bytes(Math.Abs(listStart - cursor))} stand before the zip's list of members; no member holds them.");
    }

    static void Extras(ReadOnlySpan<byte> extra, string name, List<string> problems)
    {
        while (!extra.IsEmpty)
        {
            var (id, length) = extra.Length < 4 ? (-1, extra.Length) : (BinaryPrimitives.ReadUInt16LittleEndian(extra), 4 + BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]));
            if (!harmlessFields.Contains(id) || length > extra.Length)
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"'{name}' bears an extra field ({(id < 0 ? "cut off" : $"{id:x4}")}) that no bundle needs and that some tools take a name or content from."));
            extra = extra[Math.Min(length, extra.Length)..];
        }
    }

    static (ulong Size, ulong Place) Wider(ReadOnlySpan<byte> extra, uint compressed, uint plain, uint place)
    {
        ulong size = compressed;
        ulong at = place;
        while (extra.Length >= 4)
        {
            var length = 4 + BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 0x0001)
            {
                var field = 4;
                if (plain == uint.MaxValue)
                    field += 8;
                if (compressed == uint.MaxValue)
                {
                    size = Wide(extra, field);
                    field += 8;
                }

                if (place == uint.MaxValue)
                    at = Wide(extra, field);
            }

            extra = extra[Math.Min(length, extra.Length)..];
        }

        return (size, at);
    }

    // Sizes may follow the data, with or without a signature.
    static int DescriptorLength(ReadOnlySpan<byte> zip, int local, int dataEnd)
    {
        if ((Short(zip, local + 6) & 8) == 0)
            return 0;
        var signature = dataEnd + 4 <= zip.Length && Long(zip, dataEnd) == Descriptor ? 4 : 0;
        for (var length = 12; length <= 20; length += 8)
        {
            var next = dataEnd + signature + length;
            if (next + 4 <= zip.Length && Long(zip, next) is Local or Central)
                return signature + length;
        }

        return signature + 12;
    }

    static int FindEnd(ReadOnlySpan<byte> zip)
    {
        for (var at = zip.Length - 22; at >= 0; at--)
        {
            if (Long(zip, at) == End)
                return at;
        }

        throw new ArgumentOutOfRangeException(nameof(zip));
    }

    static int Short(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt16LittleEndian(zip[at..]);

    static uint Long(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt32LittleEndian(zip[at..]);

    static ulong Wide(ReadOnlySpan<byte> zip, int at) => BinaryPrimitives.ReadUInt64LittleEndian(zip[at..]);

    static string Shown(ReadOnlySpan<byte> name) => Text.VisibleText.OneLine(Text.Bounded.Short(System.Text.Encoding.UTF8.GetString(name), 100));

    static string Bytes(int count) => count == 1 ? "1 byte" : string.Create(CultureInfo.InvariantCulture, $"{count} bytes");
}
