using System.Collections.Concurrent;
using Open311.Mock.Store;

namespace Open311.Mock.Serving;

/// <summary>
/// Keeps written answers by request target. What is fixed at the start stays right; a list stays right while it still
/// consists of the same requests, which is far cheaper to see than to write anew.
/// </summary>
internal sealed class ByteCache
{
    const int MostEntries = 256;

    readonly ConcurrentDictionary<string, Entry> entries = new();

    public byte[] Get(string target, IReadOnlyList<ServiceRequest>? listed, Func<byte[]> write)
    {
        if (entries.TryGetValue(target, out var found) && Same(found.Listed, listed))
            return found.Bytes;
        if (entries.Count >= MostEntries)
            entries.Clear();
        var bytes = write();
        entries[target] = new Entry(listed, bytes);
        return bytes;
    }

    static bool Same(IReadOnlyList<ServiceRequest>? a, IReadOnlyList<ServiceRequest>? b)
    {
        if (a is null || b is null)
            return a is null && b is null;
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
        {
            if (!ReferenceEquals(a[i], b[i]))
                return false;
        }

        return true;
    }

    sealed record Entry(IReadOnlyList<ServiceRequest>? Listed, byte[] Bytes);
}
