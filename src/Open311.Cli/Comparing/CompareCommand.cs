using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Cli.Verifying;
using Open311.Conformance.Profiles;
using Open311.Reporting.Comparison;
using Open311.Reporting.Languages;

namespace Open311.Cli.Comparing;

/// <summary><c>open311 compare</c>.</summary>
internal sealed class CompareCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Compares; 0 when every bid verifies and meets the profile, 1 when one does not, 3 when it could not be told of one.</summary>
    /// <exception cref="UsageException">A file or the profile cannot be used.</exception>
    public async Task<int> RunAsync(IReadOnlyList<string> files, string? profile, string? folder, string? tag)
    {
        if (files.Count < 2)
            throw new UsageException("FILE: A comparison takes two bundles or more; 'open311 verify' looks at a single one.");
        var language = tag is null ? Language.English : LanguageTags.Find(tag.Trim())
            ?? throw new UsageException($"--{CheckSettings.Lang}: No comparison is written in '{Printable.Line(tag)}'; expected one of {string.Join(", ", LanguageTags.All)}.");
        var asked = profile is null ? null : ProfileFinder.Find(new RawValue(profile, "--profile"), env.WorkingDirectory, rooms.Catalogue);
        var path = ReportFolder.CreateFor("comparison", folder, env);
        try
        {
            return await TellAsync(await new BidBook(env, rooms).ReadAsync([.. files.Select(f => (f, (string?)null))], asked), path, language);
        }
        finally
        {
            ReportFolder.RemoveIfEmpty(path);
        }
    }

    async Task<int> TellAsync(BidComparison comparison, string path, Language language)
    {
        foreach (var bid in comparison.Bids)
        {
            var word = bid.Standing == Standing.Broken ? "does not verify" : bid.Meets switch { true => "meets", false => "does not meet", _ => "could not be told" };
            await env.Out.WriteLineAsync(Printable.Line($"  {word,-17}  {bid.Name}{(bid.Standing == Standing.Unproven ? " (a report without evidence)" : "")}"));
            foreach (var remark in bid.Remarks.Take(bid.Standing == Standing.Broken ? 3 : 0))
                await env.Out.WriteLineAsync(Printable.Line($"                     {remark}"));
        }

        foreach (var step in comparison.Progress)
            await env.Out.WriteLineAsync(Printable.Line($"  {step.Before.Name} to {step.After.Name}: {step.Fixed.Count} fixed, {step.Broken.Count} broke, {step.Lost.Count} no longer exercised, {step.New.Count} new in the suite."));
        try
        {
            var files = await ComparisonWriter.WriteAsync(comparison, new DirectoryInfo(path), language);
            await env.Out.WriteLineAsync($"Compared by the profile {comparison.Profile.Name}. Page: {ReportFolder.Shown(files[0].FullName, env)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await env.Error.WriteLineAsync($"Error: The comparison could not be written: {Printable.Line(e.Message)}");
            return ExitCode.CouldNotTest;
        }

        return comparison.Bids.Any(b => b.Meets == false) ? ExitCode.Nonconformant
            : comparison.Bids.All(b => b.Meets == true) ? ExitCode.Success
            : ExitCode.CouldNotTest;
    }
}
