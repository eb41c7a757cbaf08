namespace Open311.Conformance.Exchanges;

/// <summary>The bytes of one exchange, as they pass the tee.</summary>
internal sealed class Recording(TimeProvider clock, long limit, SegmentPool pool)
{
    const int SegmentSize = SegmentPool.SegmentSize;
    const int SentLimit = 64 * 1024;

    readonly Lock gate = new();
    readonly List<byte[]> segments = [];
    readonly MemoryStream sent = new();
    readonly long begun = clock.GetTimestamp();
    long firstByte;
    long lastByte;

    /// <summary>Bytes received so far.</summary>
    public long Length { get; private set; }

    /// <summary>Connections made for this exchange.</summary>
    public int Connects { get; set; }

    /// <summary>Whether the peer closed its side in an orderly way.</summary>
    public bool Ended { get; set; }

    /// <summary>What the connection failed with while reading.</summary>
    public string? ReadFailure { get; set; }

    /// <summary>Whether more arrived than is allowed.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>What is wrong with the certificate of the connection.</summary>
    public string? TlsProblem { get; set; }

    /// <summary>From the start to the first byte received; to now when none was.</summary>
    public TimeSpan Wait => clock.GetElapsedTime(begun, firstByte == 0 ? clock.GetTimestamp() : firstByte);

    /// <summary>From the start to the last byte received; to now when none was.</summary>
    public TimeSpan Duration => clock.GetElapsedTime(begun, lastByte == 0 ? clock.GetTimestamp() : lastByte);

    /// <summary>Begins anew, because another connection carries the exchange.</summary>
    public void Restart()
    {
        lock (gate)
        {
            sent.SetLength(0);
            Drop();
            Ended = false;
            ReadFailure = null;
        }
    }

    /// <summary>Notes what was sent, as far as the head of a request can reach.</summary>
    public void Sent(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
            sent.Write(bytes[..(int)Math.Min(bytes.Length, SentLimit - sent.Length)]);
    }

    /// <summary>Notes what was received.</summary>
    /// <returns>False when the limit is passed: what lies beyond is not kept.</returns>
    public bool Received(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            lastByte = clock.GetTimestamp();
            if (firstByte == 0)
                firstByte = lastByte;
            Overflowed |= bytes.Length > limit - Length;
            Append(bytes[..(int)Math.Min(bytes.Length, limit - Length)]);
            return !Overflowed;
        }
    }

    /// <summary>The head of the request as it was written.</summary>
    public byte[] SentBytes()
    {
        lock (gate)
            return sent.ToArray();
    }

    /// <summary>The first <paramref name="atMost"/> bytes received.</summary>
    public byte[] ReceivedBytes(long atMost = long.MaxValue)
    {
        lock (gate)
        {
            var all = GC.AllocateUninitializedArray<byte>((int)Math.Min(atMost, Length));
            for (var at = 0; at < all.Length; at += SegmentSize)
                segments[at / SegmentSize].AsSpan(0, Math.Min(SegmentSize, all.Length - at)).CopyTo(all.AsSpan(at));
            return all;
        }
    }

    /// <summary>Lets go of the bytes, however long the connection that refers to this lives on.</summary>
    public void Forget()
    {
        lock (gate)
            Drop();
    }

    void Drop()
    {
        pool.Return(segments);
        segments.Clear();
        Length = 0;
    }

    void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var used = (int)(Length % SegmentSize);
            if (used == 0)
                segments.Add(pool.Rent());
            var part = bytes[..Math.Min(bytes.Length, SegmentSize - used)];
            part.CopyTo(segments[^1].AsSpan(used));
            Length += part.Length;
            bytes = bytes[part.Length..];
        }
    }
}
