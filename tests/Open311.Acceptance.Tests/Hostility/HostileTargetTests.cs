using System.Text.Json;
using Open311.Acceptance.Tests.Reports;
using Open311.Acceptance.Tests.Targets;

namespace Open311.Acceptance.Tests.Hostility;

/// <summary>Against targets that mean harm, a run ends in bounded time and memory and writes an orderly report.</summary>
/// <remarks>Most of the time is patience with a server in trouble, so several of them are waited for at once.</remarks>
[Parallelizable(ParallelScope.Children)]
[CancelAfter(180_000)]
internal sealed class HostileTargetTests
{
    const string Key = "acceptance-k3y-that-must-not-leak";

    static readonly TimeSpan longest = TimeSpan.FromSeconds(60);

    static IEnumerable<TestCaseData> Kinds() =>
        HostileWire.All().Concat(HostileContent.All()).Select(k => new TestCaseData(k).SetArgDisplayNames(k.Name));

    [TestCaseSource(nameof(Kinds))]
    public async Task A_run_ends_well(HostileKind kind, CancellationToken cancellation)
    {
        await using var target = await kind.StartAsync();

        var run = await Open311Command.CheckAsync(cancellation, target.Url, "--timeout", $"{kind.Timeout}", "--api-key", Key);

        TestContext.Out.WriteLine($"{kind.Name}: {run}");
        run.ExitCode.Should().BeOneOf([1, 3], run.Printed);
        run.Printed.Should().NotContain("   at ").And.NotContain("Unhandled").And.NotContain("itself failed").And.NotContain("root:x:0");
        ReportFiles.CheckPrinted(run.Printed);
        await ReportFiles.CheckAsync(run);
        var report = ReportFiles.Json(run);
        report.GetProperty("preflight").GetProperty("state").GetString().Should().Be(kind.Preflight);
        report.GetProperty("errors").EnumerateArray().Select(e => e.GetString()).Should().BeEmpty("the suite itself does not break");
        report.GetProperty("exitCode").GetInt32().Should().Be(run.ExitCode);
        Leaks(run).Should().BeEmpty("the key stays here");
        run.Elapsed.Should().BeLessThan(longest);
        run.PeakMebibytes.Should().BeInRange(20, 300);
    }

    // JSON may write any character as an escape: what is read back is looked at, too.
    static IEnumerable<string> Leaks(CommandRun run)
    {
        var places = run.Files.Values.Select(f => (f.Name, Text: File.ReadAllText(f.FullName))).Append(("the console", run.Printed));
        foreach (var (name, text) in places)
        {
            if (text.Contains(Key, StringComparison.OrdinalIgnoreCase))
                yield return name;
        }

        foreach (var name in run.Files.Keys.Where(n => n is "report.json" or "exchanges.har"))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(run.Files[name].FullName));
            if (Texts(json.RootElement).Any(t => t.Contains(Key, StringComparison.OrdinalIgnoreCase)))
                yield return name;
        }
    }

    static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => Texts(m.Value).Append(m.Name)),
        _ => [],
    };
}
