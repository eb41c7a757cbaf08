using System.Net.Sockets;

namespace Open311.Conformance.Exchanges;

/// <summary>
/// Stands between the HTTP client and the plaintext of a connection and copies what passes into the recording of the exchange under way.
/// An exchange is bound at its first write: nothing of an answer can be read before its request was written.
/// </summary>
internal sealed class TeeStream(Stream inner, Lane lane, string? tlsProblem) : Stream
{
    readonly Lock gate = new();
    Recording? recording;
    int pending;
    bool abandoned;
    volatile bool closed;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Enter();
        try
        {
            return await ReadOnAsync(buffer, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref pending);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Enter();
        try
        {
            if (!ReferenceEquals(recording, lane.Current))
            {
                recording = lane.Current;
                recording.Restart();
                recording.TlsProblem = tlsProblem;
                lane.Carrier = this;
            }

            recording.Sent(buffer.Span);
            await inner.WriteAsync(buffer, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref pending);
        }
    }

    /// <summary>
    /// Reads on after the HTTP client is done with its part, until the peer closes, is silent for <paramref name="quiet"/>, or <paramref name="most"/> bytes came.
    /// </summary>
    public async Task ReadOnAsync(TimeSpan quiet, int most)
    {
        var buffer = new byte[8 * 1024];
        try
        {
            for (var total = 0; total < most;)
            {
                // The wait is a property of the wire, not of the run: it goes by the real clock.
                using var silence = new CancellationTokenSource(quiet);
                var count = await ReadOnAsync(buffer, silence.Token);
                if (count == 0)
                    return;
                total += count;
            }
        }
        catch (OperationCanceledException)
        {
            // Silence: nothing more is coming.
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection is gone; ReadFailure holds why when it was the peer's doing.
        }
    }

    /// <summary>Ends the connection if the HTTP client has let go of it.</summary>
    public void Release()
    {
        lock (gate)
        {
            if (!abandoned)
                return;
        }

        Sever();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("The probe is asynchronous throughout.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The probe is asynchronous throughout.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        // While its exchange is still being looked at, the connection outlives the client's interest, so that the rest of a
        // refused answer can be read; unless the client waits for an operation and disposes in order to break it off.
        lock (gate)
        {
            abandoned = true;
            if (Volatile.Read(ref pending) == 0 && recording is not null && ReferenceEquals(recording, lane.Current))
                return;
        }

        if (disposing)
            Sever();
    }

    void Sever()
    {
        closed = true;
        inner.Dispose();
    }

    void Enter()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(abandoned, this);
            Interlocked.Increment(ref pending);
        }
    }

    async ValueTask<int> ReadOnAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        int count;
        try
        {
            count = await inner.ReadAsync(buffer, cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            if (recording is not null && !closed)
                recording.ReadFailure = e.Message;
            throw;
        }

        // Looked up only now: the client may begin to read while the connection is idle, before the exchange is bound.
        var into = recording;
        if (into is null || buffer.IsEmpty)
            return count;
        // Closing a socket under a read may end that read as if the peer had closed: it was us.
        if (count == 0)
            into.Ended |= !closed;
        else if (!into.Received(buffer.Span[..count]))
            throw new IOException("The answer exceeds the limit of the probe.");
        return count;
    }
}
