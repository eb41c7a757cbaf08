using Open311.Conformance.Findings;
using Open311.Mock.Dialects;
using Open311.Mock.Serving;
using Open311.Recordings.Storing;

namespace Open311.Cli.Tests.Taping;

/// <summary>What was recorded of a city is judged like the city: from the files, and as the mock serves it.</summary>
[Parallelizable(ParallelScope.Children)]
public class RecordedCitiesAreJudgedAlike
{
    static IEnumerable<TestCaseData> Dialects => TapedCity.Dialects.Select(d => new TestCaseData(d).SetArgDisplayNames(d.Id));

    // OPEN311_TAPED_SEEDS=20 tries as many freedoms as are promised, and every dialect some minutes later, too.
    static readonly bool isThorough = int.TryParse(Environment.GetEnvironmentVariable("OPEN311_TAPED_SEEDS"), out _);

    static IEnumerable<int> Seeds => Enumerable.Range(1, int.TryParse(Environment.GetEnvironmentVariable("OPEN311_TAPED_SEEDS"), out var seeds) ? seeds : 3);

    [Test]
    public Task The_plain_city() => HoldsAsync(new CityServerOptions());

    [TestCaseSource(nameof(Dialects))]
    public Task A_dialect(Dialect dialect) => HoldsAsync(new CityServerOptions(), dialect);

    [TestCaseSource(nameof(Seeds))]
    public Task A_city_that_takes_freedoms(int seed) => HoldsAsync(new CityServerOptions { Vary = true, Seed = seed });

    static async Task HoldsAsync(CityServerOptions options, Dialect? dialect = null)
    {
        var (report, recording) = await TapedCity.RecordAsync(options, dialect);
        report.Errors.Should().BeEmpty();
        var folder = Directory.CreateTempSubdirectory("open311-taped-").FullName;
        try
        {
            RecordingFolder.Write(Path.Combine(folder, "city"), recording);
            var read = RecordingFolder.Read(Path.Combine(folder, "city"));
            Same(await TapedCity.JudgeAsync(read), report, "judged from the files");
            Same(await TapedCity.ReplayAsync(read, TimeSpan.Zero), report, "served by the mock");
            TapedCity.Verdicts(await TapedCity.JudgeAsync(TapedCity.Scrubbed(read))).Should().Equal(TapedCity.Verdicts(report), "scrubbing changes no verdict");
            if (dialect is null ? !options.Vary : isThorough)
                Same(await TapedCity.ReplayAsync(read, TimeSpan.FromMinutes(7)), report, "served by the mock some minutes later");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static void Same(RunReport judged, RunReport source, string how)
    {
        judged.Errors.Should().BeEmpty(how);
        TapedCity.Findings(judged).Except(TapedCity.Findings(source)).Should().BeEmpty(how);
        TapedCity.Findings(source).Except(TapedCity.Findings(judged)).Should().BeEmpty(how);
        judged.Outcome.Should().Be(source.Outcome, how);
    }
}
