using System.Collections.Concurrent;
using System.Security.Cryptography;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Asking;

/// <summary>
/// Keeps what was read from bodies. Many questions of a run get the same bytes, and many rules look at the same answer: each body is read
/// once while there is room, and again when it has to be where there is none.
/// </summary>
sealed class ReadingShelf
{
    // A tree takes several times the room of its text; a run of ordinary size fits in, a hostile one must not fill memory.
    const int Room = 2 * 1024 * 1024;

    // The list of requests of a large city; from there on trees are built one at a time, and not before there is room.
    const int Large = 192 * 1024;
    const long Plenty = 80L * 1024 * 1024;

    // A node takes some 200 bytes and several trees are held at a time; a thousand requests with every field have 25,000 nodes.
    static readonly ReadLimits limits = new(MaxNodes: 100_000);

    readonly ConcurrentDictionary<string, Reading> kept = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, WeakReference<Reading>> loose = new(StringComparer.Ordinal);
    readonly Lock oneLarge = new();
    int used;

    /// <param name="body">The bytes.</param>
    /// <param name="format">The format to read them in.</param>
    /// <param name="key">Where the caller keeps the key of its body, so that the bytes are hashed once.</param>
    public Reading Read(ReadOnlyMemory<byte> body, DataFormat format, ref string? key)
    {
        key ??= $"{format} {Convert.ToHexString(SHA256.HashData(body.Span))}";
        if (Find(key) is { } known)
            return known;
        if (body.Length < Large)
            return Keep(key, body, DocumentReader.Read(body, format, limits));
        lock (oneLarge)
            return Find(key) ?? Keep(key, body, ReadLarge(body, format));
    }

    // Left to itself the collector lets the memory of large trees double before it looks for what is no longer used.
    static Reading ReadLarge(ReadOnlyMemory<byte> body, DataFormat format)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > Plenty)
            GC.Collect();
        return DocumentReader.Read(body, format, limits);
    }

    Reading? Find(string key) =>
        kept.TryGetValue(key, out var known) || (loose.TryGetValue(key, out var held) && held.TryGetTarget(out known)) ? known : null;

    Reading Keep(string key, ReadOnlyMemory<byte> body, Reading read)
    {
        if (Interlocked.Add(ref used, body.Length) <= Room)
        {
            kept[key] = read;
        }
        else
        {
            Interlocked.Add(ref used, -body.Length);
            loose[key] = new(read);
        }

        return read;
    }
}
