using Open311.Conformance.Findings;
using Open311.Reporting.Languages;

namespace Open311.Reporting.Tests.Samples;

/// <summary>A report written to a folder of its own and read back.</summary>
sealed class Written : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("open311-reporting-");

    public DirectoryInfo Folder => folder;

    public static async Task<string> Text(RunReport report, ReportFormat format, Language language = Language.English)
    {
        using var written = new Written();
        var files = await new ReportWriter(language).WriteAsync(report, written.folder, new HashSet<ReportFormat> { format });
        return await File.ReadAllTextAsync(files[0].FullName);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
