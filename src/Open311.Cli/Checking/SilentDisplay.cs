using Open311.Conformance.Running;

namespace Open311.Cli.Checking;

/// <summary>Shows nothing.</summary>
internal sealed class SilentDisplay : IRunDisplay, IProgress<RunProgress>
{
    public Task<T> ShowAsync<T>(Func<IProgress<RunProgress>, Task<T>> work) => work(this);

    public void Report(RunProgress value)
    {
    }
}
