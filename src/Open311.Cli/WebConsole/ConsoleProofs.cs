using Open311.Cli.Application;
using Open311.Cli.Comparing;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Cli.Verifying;
using Open311.Reporting.Bundles;
using Open311.Reporting.Comparison;
using Open311.Reporting.Languages;
using Open311.WebConsole.Engine;
using Open311.WebConsole.Runs;

namespace Open311.Cli.WebConsole;

/// <summary>Verifies and compares for the console, as <c>open311 verify</c> and <c>open311 compare</c> do.</summary>
internal sealed class ConsoleProofs(IConsoleEnvironment env, IRooms rooms) : IProofs
{
    // An upload is a stranger's: it gets less room than what an operator names on a command line.
    const long MostContent = 256L * 1024 * 1024;

    public async Task<BundleVerification> VerifyAsync(FileInfo bundle, CancellationToken cancellation)
    {
        using var job = new JobEnvironment(env, bundle.DirectoryName!, cancellation);
        return await new BundleJudge(job, rooms) { MostContent = MostContent }.VerifyAsync(bundle.FullName, null);
    }

    public async Task CompareAsync(IReadOnlyList<(string Name, DirectoryInfo Folder)> runs, DirectoryInfo folder, Language language, CancellationToken cancellation)
    {
        using var job = new JobEnvironment(env, folder.Parent!.FullName, cancellation);
        try
        {
            var comparison = await new BidBook(job, rooms).ReadAsync([.. runs.Select(r => (FileOf(r.Folder), (string?)r.Name))], null);
            await ComparisonWriter.WriteAsync(comparison, folder, language);
        }
        catch (UsageException e)
        {
            throw new FormException(Secrets.None.Hide(e.Message));
        }
    }

    // A run that was cut off has no bundle, and counts as a report that nobody can verify.
    static string FileOf(DirectoryInfo folder) =>
        new[] { RunFiles.Bundle, "report.json" }.Select(name => Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists)
        ?? throw new FormException("One of the checks has no report; leave it out.");
}
