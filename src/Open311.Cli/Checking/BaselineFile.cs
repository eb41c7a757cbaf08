using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Open311.Conformance.Baselines;
using Open311.Conformance.Findings;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;

namespace Open311.Cli.Checking;

/// <summary>The file of known failures.</summary>
internal sealed class BaselineFile
{
    const int DaysOfNewEntries = 90;
    const int Shown = 20;

    readonly string path;
    readonly string shown;
    readonly Baseline baseline;
    readonly bool isToBeWritten;

    BaselineFile(string path, string shown, Baseline baseline, bool isToBeWritten) =>
        (this.path, this.shown, this.baseline, this.isToBeWritten) = (path, shown, baseline, isToBeWritten);

    /// <summary>Reads it; one that is to be written need not exist.</summary>
    /// <exception cref="UsageException">It cannot be used.</exception>
    public static BaselineFile Read(string name, string workingDirectory, RequirementCatalog catalog, bool isToBeWritten)
    {
        var shown = Printable.Line(name);
        try
        {
            var file = new FileInfo(Path.Combine(workingDirectory, name));
            if (file.Exists)
                return new(file.FullName, shown, Baseline.Read(file, shown, catalog), isToBeWritten);
            if (isToBeWritten && file.Directory is { Exists: true } && !Directory.Exists(file.FullName))
                return new(file.FullName, shown, new Baseline([]), isToBeWritten);
            throw new UsageException($"--baseline: There is no file '{shown}'; write one by --update-baseline, in a folder that exists.");
        }
        catch (FixtureException e)
        {
            throw new UsageException(YamlFile.Sentence(e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"--baseline: '{shown}' cannot be read: {Printable.Line(e.Message)}");
        }
    }

    /// <summary>Holds a run against it, and writes it if that was asked for.</summary>
    /// <param name="report">The run.</param>
    /// <param name="plain">The exit code without a baseline.</param>
    public Gate Judge(RunReport report, int plain)
    {
        var verdict = BaselineVerdict.Of(baseline, report);
        if (!isToBeWritten)
            return new(verdict.IsGreen ? (plain == ExitCode.CouldNotTest ? ExitCode.CouldNotTest : ExitCode.Success) : ExitCode.Nonconformant, [.. Lines(verdict)]);
        if (!report.Preflight.IsReady || report.Incomplete is not null)
            return new(ExitCode.CouldNotTest, [$"Baseline: {shown} was not written, since the run is not complete."]);
        return Write(verdict.Updated(report, DaysOfNewEntries), verdict);
    }

    Gate Write(Baseline updated, BaselineVerdict verdict)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, BaselineWriter.Write(updated));
            File.Move(temporary, path, overwrite: true);
            return new(ExitCode.Success,
            [
                $"Baseline: {shown} holds {updated.Known.Count} known failures: {verdict.New.Count} new, {verdict.Kept.Count + verdict.Open.Count} kept, {verdict.Stale.Count} removed.",
                .. verdict.Expired.Select(k => $"  expired  {k.Name}: its day was {k.Expires:yyyy-MM-dd}; it stays red until {k.Owner} gives it another."),
            ]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(ExitCode.CouldNotTest, [$"Baseline: {shown} could not be written: {Printable.Line(e.Message)}"]);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    IEnumerable<string> Lines(BaselineVerdict verdict)
    {
        yield return $"Baseline {shown}: {verdict.New.Count} new, {verdict.Stale.Count} stale, {verdict.Expired.Count} expired, {verdict.Kept.Count} known{(verdict.Open.Count > 0 ? $", {verdict.Open.Count} not exercised" : "")}.";
        List<string> lines =
        [
            .. verdict.New.Select(f => $"  new      {f.Requirement.Id}{(f.Format is { } format ? $" {format.ToString().ToLowerInvariant()}" : "")}: {f.Message}"),
            .. verdict.Stale.Select(k => $"  stale    {k.Name}: it is met now; remove the entry, or run with --update-baseline."),
            .. verdict.Expired.Select(k => $"  expired  {k.Name}: its day was {k.Expires:yyyy-MM-dd}; {k.Owner} answers for it ({k.Reason})."),
        ];
        foreach (var line in lines.Take(Shown))
            yield return line;
        if (lines.Count > Shown)
            yield return $"  and {lines.Count - Shown} more.";
    }
}
