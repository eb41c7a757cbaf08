using Open311.Cli.Checking;
using Open311.Conformance.Running;

namespace Open311.Cli.Fleet;

/// <summary>The progress of one of many targets: a line now and then, since several speak at the same time.</summary>
internal sealed class FleetProgress(string name, Action<string> say, TimeProvider clock) : IProgress<RunProgress>
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    readonly Lock gate = new();
    long saidAt = clock.GetTimestamp();

    public void Report(RunProgress value)
    {
        lock (gate)
        {
            if (clock.GetElapsedTime(saidAt) < patience)
                return;
            saidAt = clock.GetTimestamp();
            say($"{name}: {ProgressText.Line(value)}");
        }
    }
}
