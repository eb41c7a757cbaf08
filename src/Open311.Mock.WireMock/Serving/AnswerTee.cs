namespace Open311.Mock.WireMock.Serving;

/// <summary>Passes an answer on and keeps its beginning for the journal.</summary>
internal sealed class AnswerTee(Stream inner) : Stream
{
    const int Most = 16 * 1024;

    readonly MemoryStream head = new();

    public ReadOnlyMemory<byte> Head => head.GetBuffer().AsMemory(0, (int)head.Length);

    public long Total { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Keep(buffer.AsSpan(offset, count));
        inner.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Keep(buffer.Span);
        return inner.WriteAsync(buffer, cancellationToken);
    }

    void Keep(ReadOnlySpan<byte> bytes)
    {
        Total += bytes.Length;
        if (head.Length < Most)
            head.Write(bytes[..Math.Min(bytes.Length, Most - (int)head.Length)]);
    }
}
