using Open311.Conformance.Running;

namespace Open311.Cli.Checking;

/// <summary>For logs: a line when the class changes, and one every few seconds while it does not.</summary>
internal sealed class LineDisplay(TextWriter output, TimeProvider clock) : IRunDisplay, IProgress<RunProgress>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly Lock gate = new();
    string? shownClass;
    long shownAt;

    public Task<T> ShowAsync<T>(Func<IProgress<RunProgress>, Task<T>> work) => work(this);

    public void Report(RunProgress value)
    {
        lock (gate)
        {
            if (value.Class == shownClass && clock.GetElapsedTime(shownAt) < Patience)
                return;
            shownClass = value.Class;
            shownAt = clock.GetTimestamp();
            output.WriteLine(ProgressText.Line(value));
        }
    }
}
