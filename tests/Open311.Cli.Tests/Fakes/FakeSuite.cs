using System.Collections.Concurrent;
using Open311.Cli.Rooms;
using Open311.Conformance.Exchanges;
using Open311.Conformance.Findings;
using Open311.Conformance.Posting;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;

namespace Open311.Cli.Tests.Fakes;

/// <summary>A suite whose run is what the test says.</summary>
internal sealed class FakeSuite : ISuite, IExchangeSource, IAsyncDisposable
{
    public IReadOnlyList<string> Classes { get; } = ["discovery", "read-xml", "read-json"];

    public IReadOnlyList<string> Ids { get; } = ["GR2-REQS-031", "requests-window"];

    /// <summary>What the run does; by default it sends nothing and is conformant.</summary>
    public Func<FakeRun, Task<RunReport>> Run { get; set; } = run => Task.FromResult(Sample.Report(run));

    public FakeRun? Last { get; private set; }

    /// <summary>All runs, in the order of their start.</summary>
    public ConcurrentQueue<FakeRun> Runs { get; } = new();

    public bool IsClosed { get; private set; }

    public Exchange Answer { get; set; } = Sample.Exchange("http://127.0.0.1/services.xml", 200);

    /// <summary>What each question gets; null for <see cref="Answer"/>.</summary>
    public Func<ProbeRequest, Exchange>? Answering { get; set; }

    public IExchangeSource Open(RunSettings settings, TimeProvider clock) => this;

    public Task<RunReport> JudgeAsync(Target target, Open311.Conformance.Replaying.ForeignRecording recording, DateTimeOffset instant, CancellationToken cancellation) => throw new NotSupportedException("The fake suite judges no recordings.");

    public Task<RunReport> ReplayAsync(Open311.Conformance.Replaying.RecordedRun run, CancellationToken cancellation) => throw new NotSupportedException("The fake suite keeps no evidence.");

    public async Task<RunReport> RunAsync(
        Target target, RunSettings settings, IExchangeSource source, TimeProvider clock, IProgress<RunProgress> progress, IPostJournal journal, CancellationToken cancellation)
    {
        var run = Last = new FakeRun(target, settings, source, clock, progress, cancellation);
        Runs.Enqueue(run);
        return await Run(run);
    }

    public ValueTask<Exchange> SendAsync(ProbeRequest request, CancellationToken cancellation) =>
        ValueTask.FromResult((Answering?.Invoke(request) ?? Answer) with { Request = request });

    public ValueTask DisposeAsync()
    {
        IsClosed = true;
        return ValueTask.CompletedTask;
    }
}
