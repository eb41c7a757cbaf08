using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Open311.Browser.Tests;

/// <summary>A report of very many findings: small enough to send, and whole in a browser. What it takes is printed, not judged: machines differ.</summary>
[NonParallelizable]
internal sealed class LargeReportTests : ChromiumTest
{
    const int Rounds = 5;

    DirectoryInfo folder = null!;

    [SetUp]
    public void Start() => folder = Directory.CreateTempSubdirectory("open311-large-");

    [TearDown]
    public void Stop() => folder.Delete(recursive: true);

    [TestCase(300, 1_500_000)]
    [TestCase(2_000, 10_000_000)]
    public async Task A_report_of_many_findings_is_small_and_whole(int count, int mostBytes)
    {
        var start = Stopwatch.GetTimestamp();
        var file = await ManyFindings.WriteAsync(count, folder);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} findings: {file.Length:N0} bytes, first written in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));

        file.Length.Should().BeLessThan(mostBytes);
        await using (var opened = await OpenedPage.OpenAsync(this, file))
        {
            (await opened.Page.Locator("article.finding").CountAsync()).Should().Be(count);
            (await opened.Page.Locator("tr[id^='exchange-']").CountAsync()).Should().Be(count);
            await opened.Page.Locator("#filter").FillAsync($"GR2-SVC-{count:0000}");
            (await opened.Page.Locator("article.finding:visible").CountAsync()).Should().Be(1, "the filter finds one among them all");
            opened.Complaints.Should().BeEmpty();
        }

        List<(double Paint, double Layout)> times = [];
        for (var round = 0; round < Rounds; round++)
            times.Add(await TimeAsync(file));
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first paint {Median(times.Select(t => t.Paint)):0} ms, laid out to the last line {Median(times.Select(t => t.Layout)):0} ms after navigation began (medians of {Rounds})"));
        times.Should().OnlyContain(t => t.Paint > 0 && t.Layout >= t.Paint, "else nothing was measured");
    }

    async Task<(double Paint, double Layout)> TimeAsync(FileInfo file)
    {
        await using var opened = await OpenedPage.OpenAsync(this, file, new BrowserNewContextOptions { ViewportSize = new() { Width = 1280, Height = 800 } });
        var times = await opened.Page.EvaluateAsync<double[]>(
            """
            async () => {
              while (!performance.getEntriesByName('first-contentful-paint').length)
                await new Promise(done => requestAnimationFrame(done));
              const before = performance.now();
              document.documentElement.scrollHeight;
              const layout = performance.now() - before;
              const load = performance.getEntriesByType('navigation')[0].loadEventEnd;
              const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
              return [paint, Math.max(load + layout, paint)];
            }
            """);
        return (times[0], times[1]);
    }

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
