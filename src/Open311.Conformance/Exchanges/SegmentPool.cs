using System.Collections.Concurrent;

namespace Open311.Conformance.Exchanges;

/// <summary>Memory to collect answers in, used again and again: large answers in a row must not pile up garbage.</summary>
internal sealed class SegmentPool
{
    /// <summary>Bytes in a segment.</summary>
    public const int SegmentSize = 16 * 1024;

    const int MostKept = 80 * 1024 * 1024 / SegmentSize;

    readonly ConcurrentStack<byte[]> free = new();

    /// <summary>Gives a segment, its content undefined.</summary>
    public byte[] Rent() => free.TryPop(out var segment) ? segment : GC.AllocateUninitializedArray<byte>(SegmentSize);

    /// <summary>Takes segments back.</summary>
    public void Return(List<byte[]> segments)
    {
        var room = Math.Clamp(MostKept - free.Count, 0, segments.Count);
        if (room > 0)
            free.PushRange([.. segments], 0, room);
    }
}
