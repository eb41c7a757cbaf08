using Open311.Conformance.Exchanges;
using Open311.Conformance.Running;
using Open311.Conformance.Targets;

namespace Open311.Cli.Tests.Fakes;

/// <summary>What the command line handed to the suite.</summary>
internal sealed record FakeRun(
    Target Target, RunSettings Settings, IExchangeSource Source, TimeProvider Clock, IProgress<RunProgress> Progress, CancellationToken Cancellation)
{
    public void Tell(int done, string classOfCase, int exchanges = 0, int failures = 0, int total = 100) =>
        Progress.Report(new RunProgress(done, total, classOfCase, "a-case", exchanges, failures));

    public async Task SendAsync(string url) => await Source.SendAsync(new ProbeRequest { Url = new Uri(url) }, Cancellation);
}
