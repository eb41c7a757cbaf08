using System.Text;
using Open311.Conformance.Profiles;
using Open311.Reporting.Languages;
using Open311.Reporting.Redaction;
using Open311.Reporting.Text;

namespace Open311.Reporting.Comparison;

/// <summary>Writes a comparison: a page, a table, a document for programs, and beside them the report of each bid, made anew from its evidence.</summary>
public static class ComparisonWriter
{
    /// <summary>Writes all of it.</summary>
    /// <param name="comparison">The bids.</param>
    /// <param name="folder">Created when missing; an earlier comparison there is replaced.</param>
    /// <param name="language">Of the pages.</param>
    /// <returns>The files written, the page first.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task<IReadOnlyList<FileInfo>> WriteAsync(BidComparison comparison, DirectoryInfo folder, Language language)
    {
        folder.Create();
        var clean = comparison with { Profile = Clean(comparison.Profile), Bids = [.. comparison.Bids.Select(Clean)] };
        for (var at = 0; at < clean.Bids.Count; at++)
        {
            // A page of a stranger is not handed on: this one is made of what the evidence gives.
            if (comparison.Bids[at] is { Report: { Exchanges.Count: > 0 } report, Page: { } page })
                await new ReportWriter(language).WriteAsync(report, new DirectoryInfo(Path.Combine(folder.FullName, Path.GetDirectoryName(page)!)), new HashSet<ReportFormat> { ReportFormat.Html, ReportFormat.Json });
        }

        using var files = new StagedFiles(folder);
        await using (var page = files.Create("comparison.html"))
            await page.WriteAsync(new UTF8Encoding(false).GetBytes(await ComparisonPageHtml.OfAsync(clean, language)));
        await using (var table = files.Create("comparison.csv"))
            ComparisonCsv.Write(clean, table);
        await using (var document = files.Create("comparison.json"))
            await document.WriteAsync(ComparisonJson.Of(clean));
        return files.Publish();
    }

    static Bid Clean(Bid bid)
    {
        var mask = bid.Report is { } own ? SecretMask.For(own.Target) : null;
        return bid with
        {
            Name = Line(bid.Name),
            File = Line(bid.File),
            Remarks = [.. bid.Remarks.Select(Line)],
            Report = bid.Report is { } report ? CleanReport.Of(report, mask!).MapTexts(t => VisibleText.OneLine(Bounded.Short(t, 400))) : null,
            Verdict = bid.Verdict is { } verdict ? verdict with { Profile = Clean(verdict.Profile), Results = [.. verdict.Results.Select(r => r with { Why = Line(mask?.Apply(r.Why) ?? r.Why) })] } : null,
        };
    }

    // It may be that of a bundle.
    static BuyerProfile Clean(BuyerProfile profile) => profile with { Name = Line(profile.Name), Title = Line(profile.Title) };

    static string Line(string text) => VisibleText.OneLine(Bounded.Short(text, 400));
}
