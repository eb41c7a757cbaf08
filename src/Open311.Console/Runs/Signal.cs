namespace Open311.WebConsole.Runs;

/// <summary>Tells those who wait that something has changed.</summary>
internal sealed class Signal
{
    TaskCompletionSource next = New();

    /// <summary>Done at the next change. To be taken before looking, so that no change is missed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
