using UglyToad.PdfPig;

namespace Open311.Browser.Tests;

/// <summary>report.pdf, as <c>--pdf</c> prints it.</summary>
[NonParallelizable]
internal sealed class PrintedReportTests
{
    [Test]
    public async Task Prints_everything_on_pages_that_a_buyer_can_read()
    {
        var run = await ReportedRun.Defects.Run;
        using var pdf = PdfDocument.Open(run.Files["report.pdf"].FullName);
        var pages = pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))).ToList();

        pages.Count.Should().BeInRange(10, 80);
        pages[0].Should().Contain("Does not conform").And.Contain("Contents").And.Contain("What this report is worth").And.Contain($"1 / {pages.Count}");
        var developers = pages.FindIndex(page => page.StartsWith("For developers", StringComparison.Ordinal));
        developers.Should().BeInRange(3, 15, "the developer's part begins on a page of its own");
        var text = string.Join('\n', pages);
        text.Should().Contain("What the violations mean for residents and apps").And.Contain("Requirements by area").And.Contain("GR2-DATE-001")
            .And.Contain("How it is tested", "what is folded away on the screen is printed").And.NotContain("Show findings that contain");
        pdf.TryGetBookmarks(out var bookmarks).Should().BeTrue();
        bookmarks!.GetNodes().Should().HaveCountGreaterThan(10);
        pdf.GetPage(1).Height.Should().BeApproximately(842, 2, "A4");
    }
}
