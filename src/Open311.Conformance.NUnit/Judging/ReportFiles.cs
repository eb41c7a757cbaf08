using System.Text;
using Open311.Conformance.Baselines;
using Open311.Conformance.Findings;
using Open311.Reporting;

namespace Open311.Conformance.NUnit.Judging;

/// <summary>Keeps the reports of a run, and beside them a baseline that knows all that fails today.</summary>
static class ReportFiles
{
    const string BaselineName = "baseline.yaml";
    const int DaysOfNewEntries = 90;

    /// <summary>Writes them.</summary>
    /// <returns>The files, the page for people first.</returns>
    public static async Task<IReadOnlyList<FileInfo>> WriteAsync(RunReport report, Baseline? known, DirectoryInfo folder, CancellationToken cancellation)
    {
        var files = await new ReportWriter().WriteAsync(report, folder, ReportWriter.AllFormats, cancellation).ConfigureAwait(false);
        if (!report.Preflight.IsReady || report.Incomplete is not null)
            return files;
        var baseline = new FileInfo(Path.Combine(folder.FullName, BaselineName));
        var updated = BaselineVerdict.Of(known ?? new Baseline([]), report).Updated(report, DaysOfNewEntries);
        await File.WriteAllTextAsync(baseline.FullName, BaselineWriter.Write(updated), new UTF8Encoding(false), cancellation).ConfigureAwait(false);
        return [.. files, baseline];
    }
}
