using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using Keys = Open311.Cli.Settings.CheckSettings;

namespace Open311.Cli.Fleet;

/// <summary>Which settings a file of targets may hold, for all targets and for one, and what is said to others.</summary>
internal static class TargetKeys
{
    const string SeeHelp = "The settings are those of 'open311 check --help', without the hyphens, and 'name'.";

    static readonly OptionSpec name = new(Keys.Name, OptionKind.Text, "NAME", "What the target is called in the index.");

    static readonly string[] ofTheRun = [Keys.Out, Keys.Quiet, Keys.Verbose, Keys.Parallel];
    static readonly string[] ofOneTarget = [Keys.Url, Keys.Name, Keys.Baseline];
    static readonly string[] beyondFile = [Keys.Preset, Keys.Profile, Keys.Baseline];
    static readonly string[] consents = [Keys.AllowWrites, Keys.Production];

    /// <summary>What an entry may hold.</summary>
    public static IReadOnlyList<OptionSpec> OfEntry { get; } =
        [name, .. Keys.FileKeys.Where(k => k.Key != Keys.ApiKey && !ofTheRun.Contains(k.Key)), .. Keys.Options.Where(k => beyondFile.Contains(k.Key))];

    /// <summary>What may be said for all targets.</summary>
    public static IReadOnlyList<OptionSpec> OfAll { get; } =
        [.. OfEntry.Where(k => !ofOneTarget.Contains(k.Key) && !consents.Contains(k.Key)), .. Keys.Options.Where(k => ofTheRun.Contains(k.Key))];

    /// <summary>The sentence for any other key of an entry.</summary>
    public static string RefuseInEntry(string key) => key switch
    {
        _ when key == Keys.ApiKey => KeyInPlainText,
        _ when key == Keys.Out => $"'{key}' is not for one target: its reports go to a folder of its own below --{Keys.Out}; remove the line.",
        _ when ofTheRun.Contains(key) => $"'{key}' concerns all targets; write it above '{Keys.Targets}:'.",
        _ => $"'{Printable.Line(key)}' is not a setting of a target.{Otherwise(key, OfEntry)} {SeeHelp}",
    };

    /// <summary>The sentence for any other key beside <c>targets</c>.</summary>
    public static string RefuseForAll(string key) => key switch
    {
        _ when key == Keys.ApiKey => KeyInPlainText,
        _ when ofOneTarget.Contains(key) => $"'{key}' belongs to one target; write it into an entry below '{Keys.Targets}:'.",
        _ when consents.Contains(key) => $"'{key}' is a consent, which each target gives for itself; write it into the entries it is meant for.",
        _ => $"'{Printable.Line(key)}' is not a setting of this file.{Otherwise(key, OfAll)} {SeeHelp}",
    };

    static string KeyInPlainText =>
        $"A key in plain text does not belong in a file of many targets; write '{Keys.ApiKeyEnv}: NAME', the environment variable that holds it.";

    static string Otherwise(string key, IReadOnlyList<OptionSpec> known) =>
        Keys.Options.Any(o => o.Key == key) ? " It can only be given on the command line." : Suggestion.For(key.TrimStart('-'), known.Select(k => k.Key).Append(Keys.Targets));
}
