using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Reporting.Languages;
using Open311.Reporting.Profiles;

namespace Open311.Cli.Profiles;

/// <summary><c>open311 clause</c>.</summary>
internal sealed class ClauseCommand(IConsoleEnvironment env, IRooms rooms)
{
    /// <summary>Prints a profile as contract language.</summary>
    /// <exception cref="UsageException">There is no such profile, or no such language.</exception>
    public int Run(string name, string? tag)
    {
        var language = tag is null ? Language.English : LanguageTags.Find(tag.Trim())
            ?? throw new UsageException($"--{CheckSettings.Lang}: No clause is written in '{Printable.Line(tag)}'; expected one of {string.Join(", ", LanguageTags.All)}.");
        var profile = ProfileFinder.Find(new RawValue(name, "PROFILE"), env.WorkingDirectory, rooms.Catalogue);
        foreach (var line in ContractClause.Lines(profile, name, rooms.Catalogue, VersionAction.Version, language))
            env.Out.WriteLine(Printable.Line(line));
        return ExitCode.Success;
    }
}
