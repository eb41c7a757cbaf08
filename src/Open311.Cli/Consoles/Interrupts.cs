namespace Open311.Cli.Consoles;

/// <summary>The wish to end: the first asks to stop and report, the second to be gone.</summary>
internal sealed class Interrupts : IDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly CancellationTokenSource abort = new();
    int presses;

    /// <summary>Stop asking, tell what was done.</summary>
    public CancellationToken Stop => stop.Token;

    /// <summary>Leave at once.</summary>
    public CancellationToken Abort => abort.Token;

    /// <summary>Tells of one wish.</summary>
    /// <returns>Whether it is taken care of here; the third is left to the operating system.</returns>
    public bool Press()
    {
        switch (Interlocked.Increment(ref presses))
        {
            case 1:
                stop.Cancel();
                return true;
            case 2:
                abort.Cancel();
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Dispose();
        abort.Dispose();
    }
}
