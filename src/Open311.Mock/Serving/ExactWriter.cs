using System.Buffers;
using System.IO.Pipelines;

namespace Open311.Mock.Serving;

/// <summary>
/// The way out of a connection, on which an answer can be put as it stood on another wire: what Kestrel writes in its place, which is a head without
/// a body, goes nowhere. So letter case, order and doubles of headers stay, and the connection with them.
/// </summary>
sealed class ExactWriter(PipeWriter wire) : PipeWriter
{
    byte[] dropped = [];
    int used;
    ReadOnlyMemory<byte>? due;

    public override bool CanGetUnflushedBytes => wire.CanGetUnflushedBytes;

    public override long UnflushedBytes => wire.UnflushedBytes;

    /// <summary>These bytes go out instead of the next head.</summary>
    public void Substitute(ReadOnlyMemory<byte> bytes) => (due, used) = (bytes, 0);

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (due is null)
            return wire.GetMemory(sizeHint);
        var wanted = used + Math.Max(sizeHint, 1024);
        if (dropped.Length < wanted)
            Array.Resize(ref dropped, Math.Max(wanted, 4096));
        return dropped.AsMemory(used);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => due is null ? wire.GetSpan(sizeHint) : GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        if (due is not { } instead)
        {
            wire.Advance(bytes);
            return;
        }

        used += bytes;
        if (!dropped.AsSpan(0, used).EndsWith("\r\n\r\n"u8))
            return;
        due = null;
        wire.Write(instead.Span);
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => wire.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => wire.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => wire.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => wire.CompleteAsync(exception);
}
