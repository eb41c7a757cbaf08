using System.Text;
using Open311.Reporting.Html;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Fleet;

/// <summary>Writes the index of a run over many targets: a page and a table.</summary>
public static class FleetWriter
{
    /// <summary>The page.</summary>
    public const string PageName = "index.html";

    /// <summary>The table.</summary>
    public const string TableName = "index.csv";

    /// <summary>Writes both; they appear together or, when one cannot be written, neither does.</summary>
    /// <param name="report">The run.</param>
    /// <param name="folder">Created when missing; an earlier index there is replaced.</param>
    /// <param name="language">Of the page; the table stays English, for machines read it.</param>
    /// <returns>The files written, the page first.</returns>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static async Task<IReadOnlyList<FileInfo>> WriteAsync(FleetReport report, DirectoryInfo folder, Language language = Language.English)
    {
        folder.Create();
        using var files = new StagedFiles(folder);
        await using (var page = files.Create(PageName))
            await page.WriteAsync(new UTF8Encoding(false).GetBytes(await FleetPageHtml.OfAsync(report, language)));
        await using (var table = files.Create(TableName))
            FleetCsv.Write(report, table);
        return files.Publish();
    }
}
