using System.Collections.Concurrent;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Asking;

/// <summary>
/// Keeps what was read from bodies. Many questions of a run get the same bytes, and many rules look at the same answer: each body is read
/// once while there is room, and again when it has to be where there is none.
/// </summary>
/// <param name="room">How many bytes the trees that are kept may take, about.</param>
sealed class ReadingShelf(long room = ReadingShelf.Room)
{
    /// <summary>What the trees of a run of ordinary size take; a hostile one must not fill memory.</summary>
    public const long Room = 64L * 1024 * 1024;

    const int NodeSize = 200;

    // An element with a value of a letter or two.
    const int LeastOfNode = 20;

    // The list of requests of a large city; from there on trees are built one at a time, and not before there is room.
    const int Large = 192 * 1024;
    const long Plenty = 80L * 1024 * 1024;

    // Several trees are held at a time; a thousand requests with every field have 25,000 nodes.
    static readonly ReadLimits limits = new(MaxNodes: 100_000);

    readonly ConcurrentDictionary<(DataFormat Format, string Digest), Reading> kept = [];
    readonly ConcurrentDictionary<(DataFormat Format, string Digest), WeakReference<Reading>> loose = [];
    readonly Lock oneLarge = new();
    long used;

    // What was in use after the last collection asked for: whoever runs suites beside much else shall not collect at every answer.
    static long floor;

    /// <param name="body">The bytes.</param>
    /// <param name="format">The format to read them in.</param>
    /// <param name="digest">A digest of the bytes.</param>
    public Reading Read(ReadOnlyMemory<byte> body, DataFormat format, string digest)
    {
        var key = (format, digest);
        if (Find(key) is { } known)
            return known;
        if (body.Length < Large || (Interlocked.Read(ref used) + Size(body, body.Length / LeastOfNode) <= room && room > Room))
            return Keep(key, body, DocumentReader.Read(body, format, limits));
        lock (oneLarge)
            return Find(key) ?? Keep(key, body, ReadLarge(body, format));
    }

    // Left to itself the collector lets the memory of large trees double before it looks for what is no longer used.
    static Reading ReadLarge(ReadOnlyMemory<byte> body, DataFormat format)
    {
        var inUse = GC.GetTotalMemory(forceFullCollection: false);
        var least = Math.Min(Interlocked.Read(ref floor), inUse);
        if (inUse - least > Plenty)
        {
            GC.Collect();
            least = GC.GetTotalMemory(forceFullCollection: false);
        }

        Interlocked.Exchange(ref floor, least);
        return DocumentReader.Read(body, format, limits);
    }

    Reading? Find((DataFormat Format, string Digest) key) =>
        kept.TryGetValue(key, out var known) || (loose.TryGetValue(key, out var held) && held.TryGetTarget(out known)) ? known : null;

    Reading Keep((DataFormat Format, string Digest) key, ReadOnlyMemory<byte> body, Reading read)
    {
        var size = Size(body, read.Document?.Nodes ?? 0);
        if (Interlocked.Add(ref used, size) <= room)
        {
            kept[key] = read;
        }
        else
        {
            Interlocked.Add(ref used, -size);
            loose[key] = new(read);
        }

        return read;
    }

    static long Size(ReadOnlyMemory<byte> body, int nodes) => (2L * body.Length) + (NodeSize * (long)nodes);
}
