using Open311.Cli.Settings;

namespace Open311.Cli.Taping;

/// <summary>The settings of <c>record</c>: those of <c>check</c> that say whom to ask and how, and its own.</summary>
internal static class RecordSettings
{
    public const string Out = CheckSettings.Out;
    public const string Force = "force";
    public const string MaxPages = "max-pages";
    public const string MaxSingles = "max-singles";
    public const string MaxDefinitions = "max-definitions";
    public const string Proxy = "proxy";
    public const string Port = "port";
    public const string Bind = "bind";
    public const string AllowWrites = "allow-writes";
    public const string MaxCalls = "max-calls";
    public const string MaxMinutes = "max-minutes";
    public const string NoScrub = "no-scrub";
    public const string Keep = "keep";
    public const string ScrubSeed = "scrub-seed";

    public const string NoScrubText = "Leave personal data, keys of others and exact positions in the recording.";
    public const string KeepText = "Fields that are not scrubbed, such as address; may be repeated.";
    public const string ScrubSeedText = "What replacements are drawn from: the same seed gives the same recording, and whoever knows it can confirm a guess. [default: drawn by chance, and told to nobody]";

    static readonly string[] shared =
    [
        CheckSettings.Discovery, CheckSettings.Jurisdiction, CheckSettings.MultiJurisdiction, CheckSettings.ApiKey, CheckSettings.ApiKeyEnv, CheckSettings.Timeout, CheckSettings.Rate,
        CheckSettings.Concurrency, CheckSettings.Seed, CheckSettings.ExtraQuery, CheckSettings.ExtraHeader, CheckSettings.MaxWindowDays, CheckSettings.ZonelessDates, CheckSettings.Extension,
        CheckSettings.Preset, CheckSettings.Quiet, CheckSettings.Verbose,
    ];

    /// <summary>All options, in the order of the help.</summary>
    public static readonly IReadOnlyList<OptionSpec> Options =
    [
        new(Out, OptionKind.Text, "DIR", "Where the recording goes: a new directory."),
        new(Force, OptionKind.Switch, "", "Overwrite a recording that is there already."),
        new(MaxPages, OptionKind.Text, "N", "How many windows of 90 days are asked for, back from now. [default: 4]"),
        new(MaxSingles, OptionKind.Text, "N", "How many requests are asked for one by one, in each format. [default: 10]"),
        new(MaxDefinitions, OptionKind.Text, "N", "How many service definitions are asked for; of more, a sample. [default: 25]"),
        new(Proxy, OptionKind.Text, "URL", "Stand between a client and this endpoint, and record what passes until Ctrl-C. Reads pass, and nothing is asked but what the client asks."),
        new(Port, OptionKind.Text, "N", "With --proxy: the port; 0 for any free one. [default: 0]"),
        new(Bind, OptionKind.Text, "ADDR", "With --proxy: the address to listen on; any but loopback opens it to others. [default: 127.0.0.1]"),
        new(AllowWrites, OptionKind.Switch, "", "With --proxy: let POST pass, too: real reports. Without it POST is answered 403, and not sent on."),
        new(MaxCalls, OptionKind.Text, "N", "With --proxy: end after so many calls. [default: 10000]"),
        new(MaxMinutes, OptionKind.Text, "N", "With --proxy: end after so many minutes. [default: 480]"),
        new(NoScrub, OptionKind.Switch, "", NoScrubText),
        new(Keep, OptionKind.CommaList, "FIELD", KeepText),
        new(ScrubSeed, OptionKind.Text, "N", ScrubSeedText),
        .. CheckSettings.Options.Where(o => shared.Contains(o.Key)),
    ];
}
