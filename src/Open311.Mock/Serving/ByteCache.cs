using System.Collections.Concurrent;
using Open311.Mock.Journal;
using Open311.Mock.Store;

namespace Open311.Mock.Serving;

/// <summary>
/// Keeps written answers by request target. What no request is part of stays right while the same desk answers; a list stays
/// right while it consists of the same requests, too, which is far cheaper to see than to write anew.
/// </summary>
internal sealed class ByteCache
{
    const int MostEntries = 256;

    readonly ConcurrentDictionary<string, Entry> entries = new();

    public Written Get(string target, object? by, IReadOnlyList<ServiceRequest>? listed, Func<byte[]> write)
    {
        if (entries.TryGetValue(target, out var found) && ReferenceEquals(found.By, by) && Same(found.Listed, listed))
            return found.Written;
        if (entries.Count >= MostEntries)
            entries.Clear();
        var bytes = write();
        var written = new Written(bytes, KeptBody.HeadOf(bytes));
        entries[target] = new Entry(by, listed, written);
        return written;
    }

    static bool Same(IReadOnlyList<ServiceRequest>? a, IReadOnlyList<ServiceRequest>? b)
    {
        if (a is null || b is null)
            return a is null && b is null;
        if (ReferenceEquals(a, b))
            return true;
        if (a.Count != b.Count)
            return false;
        for (var i = 0; i < a.Count; i++)
        {
            if (!ReferenceEquals(a[i], b[i]))
                return false;
        }

        return true;
    }

    sealed record Entry(object? By, IReadOnlyList<ServiceRequest>? Listed, Written Written);
}
