using System.IO.Compression;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Cli.Taping;
using Open311.Cli.Tests.Fakes;
using Open311.Conformance.Findings;
using Open311.Mock.Dialects;
using Open311.Recordings.Storing;
using Open311.Testing;

namespace Open311.Cli.Tests.Taping.Shipping;

/// <summary>
/// The recordings in <c>fixtures/recordings</c>: one of each dialect's simulation. They are approved like other snapshots: with VERIFY_ACCEPT=1 these tests
/// write them anew.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class ShippedRecordingTests
{
    const int Largest = 200 * 1024;

    static IEnumerable<TestCaseData> Dialects => TapedCity.Dialects.Select(d => new TestCaseData(d).SetArgDisplayNames(d.Id));

    [TestCaseSource(nameof(Dialects))]
    public async Task Is_what_recording_the_dialect_gives_today(Dialect dialect)
    {
        var (report, recording) = await DialectTape.RecordAsync(dialect);
        report.Errors.Should().BeEmpty();
        using var made = new MemoryStream();
        RecordingArchive.Write(made, recording);
        var path = Repository.PathOf("fixtures", "recordings", $"{dialect.Id}.zip");
        var isCurrent = File.Exists(path) && Differences(Files(await File.ReadAllBytesAsync(path)), Files(made.ToArray())).Count == 0;
        if (!isCurrent && Environment.GetEnvironmentVariable("VERIFY_ACCEPT") == "1")
        {
            await File.WriteAllBytesAsync(path, made.ToArray());
            return;
        }

        File.Exists(path).Should().BeTrue("'{0}' comes with the tool; VERIFY_ACCEPT=1 writes it", dialect.Id);
        Differences(Files(await File.ReadAllBytesAsync(path)), Files(made.ToArray())).Should().BeEmpty("suite or simulation have changed; VERIFY_ACCEPT=1 records anew");
        new FileInfo(path).Length.Should().BeLessThan(Largest);
    }

    [TestCaseSource(nameof(Dialects))]
    public async Task Shows_what_the_file_of_the_dialect_lists(Dialect dialect)
    {
        using var console = new FakeConsole();
        var recording = RecordingFinder.Read(new RawValue(dialect.Id, "--recording"), console);
        recording.Info.Note.Should().Be(DialectTape.Note(dialect));

        var report = await TapedCity.JudgeAsync(recording);

        report.Errors.Should().BeEmpty();
        var listed = dialect.Deviations.SelectMany(d => d.Requirements.Concat(d.Warns)).ToHashSet();
        var shown = Ids(report, Verdict.Fail).Concat(Ids(report, Verdict.Warn)).ToHashSet();
        shown.Except(listed).Should().BeEmpty("that is not in fixtures/dialects/{0}.yaml", dialect.Id);
        Ids(report, Verdict.Fail).Except(dialect.Deviations.SelectMany(d => d.Requirements)).Should().BeEmpty();
        // What only a POST shows, no recording of reads can.
        var unseen = listed.Except(shown).ToHashSet();
        report.Findings.Where(f => unseen.Contains(f.Requirement.Id) && f.Verdict is not (Verdict.Skipped or Verdict.NotApplicable)).Select(f => $"{f.Requirement.Id} {f.Verdict}").Should().BeEmpty();
        recording.Info.Verdict!.Failed.Should().BeEquivalentTo(Ids(report, Verdict.Fail));
        recording.Info.Verdict.Warned.Should().BeEquivalentTo(Ids(report, Verdict.Warn));
    }

    [Test]
    public void Every_dialect_has_one_and_nothing_else_is_shipped() =>
        RecordingFinder.Names.Should().BeEquivalentTo(TapedCity.Dialects.Select(d => d.Id));

    [Test]
    public async Task They_are_listed_shown_judged_and_served_wherever_the_tool_is()
    {
        using var console = new FakeConsole();
        var rooms = new OwnRooms(console.Clock);
        (await console.RunAsync(rooms, "recording", "list")).Should().Be(0);
        console.OutText.ToString().Should().Contain("boston").And.Contain("washington-dc").And.Contain("none of a real city");
        (await console.RunAsync(rooms, "recording", "show", "Boston")).Should().Be(0);
        console.OutText.ToString().Should().Contain("simulation of the dialect 'boston'");

        (await console.RunAsync(rooms, "check", "--recording", "chicago", "--report", "json", "--out", "judged")).Should().Be(1);
        (await File.ReadAllTextAsync(Path.Combine(console.WorkingDirectory, "judged", "report.json"))).Should().Contain("not from any real city");

        using var served = new FakeConsole { TimePasses = true };
        var run = served.RunAsync(new OwnRooms(served.Clock), "mock", "--recording", "boston");
        await served.OutText.FirstLine;
        served.Interrupts.Press();
        (await run).Should().Be(0, served.ErrorText.ToString());
        served.OutText.ToString().Should().Contain("This is what was recorded of https://boston.dialects.example/open311/v2");
    }

    [Test]
    public async Task A_recording_may_be_a_zip_of_ones_own()
    {
        using var console = new FakeConsole();
        await using (var file = File.Create(Path.Combine(console.WorkingDirectory, "mine.zip")))
            RecordingArchive.Write(file, TapedCity.Tiny);
        (await console.RunAsync(new FakeRooms(), "recording", "show", "mine.zip")).Should().Be(0, console.ErrorText.ToString());
        console.WriteFile("text.zip", "no zip");
        (await console.RunAsync(new FakeRooms(), "recording", "show", "text.zip")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("text.zip is no zip that can be read");
        (await console.RunAsync(new FakeRooms(), "recording", "show", "bosten")).Should().Be(2);
        console.ErrorText.ToString().Should().Contain("Did you mean 'boston'?");
    }

    static Dictionary<string, string> Files(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return System.Text.Encoding.Latin1.GetString(bytes.ToArray());
        });
    }

    static IReadOnlyList<string> Differences(Dictionary<string, string> old, Dictionary<string, string> present) =>
    [
        .. old.Keys.Except(present.Keys).Select(n => $"{n} is gone"),
        .. present.Keys.Except(old.Keys).Select(n => $"{n} is new"),
        .. present.Keys.Intersect(old.Keys).Where(n => old[n] != present[n]).Select(n => $"{n} differs: {Line(old[n], present[n])}"),
    ];

    static string Line(string old, string present)
    {
        var pair = old.Split('\n').Zip(present.Split('\n')).FirstOrDefault(p => p.First != p.Second);
        return $"{pair.First} | {pair.Second}";
    }

    static IEnumerable<string> Ids(RunReport report, Verdict verdict) =>
        report.Findings.Where(f => f.Verdict == verdict).Select(f => f.Requirement.Id).Distinct();
}
