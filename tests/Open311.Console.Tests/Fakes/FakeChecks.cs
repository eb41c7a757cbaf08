using System.Collections.Concurrent;
using Open311.Conformance.Findings;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.WebConsole.Engine;

namespace Open311.WebConsole.Tests.Fakes;

/// <summary>Checks that end when a test lets them, with what the test says.</summary>
internal sealed class FakeChecks : IChecks
{
    readonly ConcurrentDictionary<string, TaskCompletionSource> held = new();
    int running;

    public IReadOnlyList<ConformanceClass> Classes => [new ConformanceClass { Name = "read-xml", Title = "Reading, in XML", Meaning = "" }];

    public IReadOnlyList<string> Profiles => ["georeport-v2-read"];

    public bool Prints => false;

    /// <summary>Whether checks wait to be let go.</summary>
    public bool Holds { get; init; }

    public Func<FakePlan, CheckEnd> End { get; init; } = _ => new(RunOutcome.Conformant, "Conforms", ["CONFORMS"], []);

    public ConcurrentQueue<CheckForm> Forms { get; } = new();

    public int MostAtOnce { get; private set; }

    public CheckPlan Plan(CheckForm form)
    {
        Forms.Enqueue(form);
        if (!Uri.TryCreate(form.Url, UriKind.Absolute, out var url))
            throw new FormException($"Endpoint: '{form.Url}' is no address.");
        return new FakePlan(form) { Url = form.Url, Endpoint = url, Host = url.Host, Terms = new(form.Jurisdiction, "", form.Profile, "en", form.AllowWrites) };
    }

    /// <summary>Lets the check of a URL end.</summary>
    public void LetGo(string url) => Held(url).TrySetResult();

    public async Task<CheckEnd> RunAsync(CheckPlan plan, DirectoryInfo folder, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        lock (held)
            MostAtOnce = Math.Max(MostAtOnce, ++running);
        try
        {
            progress.Report(new(3, 10, "read-xml", "case", 7, 1));
            if (Holds)
            {
                var stopped = new TaskCompletionSource();
                await using var registration = cancellation.Register(() => stopped.TrySetResult());
                await Task.WhenAny(Held(plan.Url).Task, stopped.Task);
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "report.html"), $"<!DOCTYPE html><title>{System.Net.WebUtility.HtmlEncode(plan.Url)}</title>", CancellationToken.None);
            return End((FakePlan)plan);
        }
        finally
        {
            lock (held)
                running--;
        }
    }

    TaskCompletionSource Held(string url) => held.GetOrAdd(url, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
