using Open311.Conformance.Running;
using Open311.WebConsole.Engine;

namespace Open311.WebConsole.Runs;

/// <summary>A run that waits or goes on. Its plan holds the key, and goes with it.</summary>
internal sealed class LiveRun(string id, CheckPlan plan) : IProgress<RunProgress>, IDisposable
{
    readonly CancellationTokenSource cancellation = new();
    volatile RunProgress? progress;

    public string Id => id;

    public CheckPlan Plan => plan;

    /// <summary>How far it is; null while it waits.</summary>
    public RunProgress? Progress => progress;

    public bool HasStarted { get; set; }

    /// <summary>Raised at each step, and at the end.</summary>
    public Signal Changed { get; } = new();

    public CancellationToken Cancelled => cancellation.Token;

    public void Cancel() => cancellation.Cancel();

    public void Report(RunProgress value)
    {
        progress = value;
        Changed.Raise();
    }

    public void Dispose() => cancellation.Dispose();
}
