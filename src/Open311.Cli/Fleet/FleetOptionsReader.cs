using Open311.Cli.Application;
using Open311.Cli.Checking;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Keys = Open311.Cli.Settings.CheckSettings;

namespace Open311.Cli.Fleet;

/// <summary>
/// Reads the settings of one <c>check --targets</c>. For each target the command line wins over its entry, the entry over the preset it names, that over what
/// the file says for all. Consents and keys are exceptions: consent takes the entry and the command line, and a key comes from the file only.
/// </summary>
/// <param name="commandLine">Without the file.</param>
/// <param name="env">Variables and the working directory.</param>
/// <param name="suite">Knows classes and ids.</param>
internal sealed class FleetOptionsReader(RawSettings commandLine, IConsoleEnvironment env, ISuite suite)
{
    /// <summary>How many targets are judged at a time when nobody says.</summary>
    public const int UsualParallel = 4;

    static readonly string[] consents = [Keys.AllowWrites, Keys.Production];

    // What the command line may say for all targets; everything else is about one endpoint, and belongs in the file.
    static readonly string[] forAll =
    [
        Keys.Targets, Keys.Parallel, Keys.Part, Keys.Class, Keys.Only, Keys.Strict, Keys.Out, Keys.Report, Keys.Lang, Keys.Pdf, Keys.Timeout, Keys.Rate, Keys.Concurrency, Keys.Seed,
        Keys.AllowWrites, Keys.Production, Keys.DryRun, Keys.MaxPosts, Keys.PollTimeout, Keys.Profile, Keys.Bundle, Keys.Sign, Keys.UpdateBaseline, Keys.Quiet, Keys.Verbose,
    ];

    readonly FolderNames folders = new();

    /// <summary>Reads the file and everything in it.</summary>
    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public FleetOptions Read()
    {
        RefuseWhatIsAboutOne();
        if (commandLine.One(Keys.Bundle) is { } bundle && Path.GetFileName(bundle.Text.Trim()) != bundle.Text.Trim())
            throw new UsageException($"{bundle.Origin}: With --{Keys.Targets} each target gets a bundle of its own beside its reports; give a file name without a folder, such as bundle.zip.");
        var source = new SettingReader(commandLine).Text(Keys.Targets)!;
        var list = TargetsFile.Read(source, env.WorkingDirectory);
        var run = commandLine.Over(list.Common);
        var reader = new SettingReader(run);
        var options = new FleetOptions
        {
            Source = source,
            Parallel = reader.Whole(Keys.Parallel, 1, 64, "a whole number of targets") ?? UsualParallel,
            Out = reader.Text(Keys.Out),
            Language = CheckOptionsReader.ReadLanguage(run),
            DryRun = reader.Switch(Keys.DryRun),
            Quiet = reader.Switch(Keys.Quiet),
            Verbose = reader.Switch(Keys.Verbose),
            Targets = ReadTargets(list, source),
            Warnings = Warnings(list),
        };
        return commandLine.One(Keys.Part) is { } part ? Cut(options, part) : options;
    }

    void RefuseWhatIsAboutOne()
    {
        if (Keys.Options.Prepend(Keys.Endpoint).Where(k => !forAll.Contains(k.Key)).Select(k => commandLine.One(k.Key)).FirstOrDefault(v => v is not null) is not { } given)
            return;
        throw new UsageException(given.Origin switch
        {
            "URL" => $"URL: An endpoint and --{Keys.Targets} are given; leave one of them out.",
            $"--{Keys.Config}" => $"--{Keys.Config}: The file of --{Keys.Targets} holds the settings of its targets itself; write them there.",
            $"--{Keys.ApiKey}" or $"--{Keys.ApiKeyEnv}" => $"{given.Origin}: A key is not sent to many endpoints by one option; write '{Keys.ApiKeyEnv}: NAME' into the entry it belongs to.",
            $"--{Keys.Baseline}" => $"{given.Origin}: What is known of one target is not known of another; write '{Keys.Baseline}: FILE' into the entry it belongs to.",
            _ => $"{given.Origin}: This is said about one endpoint, and --{Keys.Targets} names many; write it into that file, for all targets or into an entry.",
        });
    }

    List<FleetTarget> ReadTargets(TargetList list, string source)
    {
        var common = list.Common.Over(PresetOf(list.Common));
        var targets = list.Entries.Select(entry => (Entry: entry, Target: ReadTarget(entry, common, list.IsDirectory))).ToList();
        if (targets.FirstOrDefault(t => t.Target.Options is not null).Target is null)
            throw new UsageException(targets.Count > 0 ? targets[0].Target.Problem! : $"{Printable.Line(source)}: The list is empty; expected entries with a base_url.");
        if (!list.IsDirectory)
            RefuseTwins(targets);
        RefuseSharedBaselines(targets);
        return [.. targets.Select(t => t.Target)];
    }

    FleetTarget ReadTarget(TargetEntry entry, RawSettings common, bool isDirectory)
    {
        try
        {
            var name = new SettingReader(entry.Settings).Text(Keys.Name);
            var options = entry.Problem is { } problem ? throw new UsageException(problem) : ReadOptions(entry, common);
            var endpoint = options.Target!.Endpoint;
            var hosts = new[] { endpoint, options.Target.Discovery }.OfType<Uri>().Select(HostName.Of).Distinct().ToList();
            return new FleetTarget(name ?? endpoint.Authority + endpoint.AbsolutePath.TrimEnd('/'), endpoint.OriginalString, folders.Next(name, endpoint.Authority), hosts, options);
        }
        catch (UsageException e) when (isDirectory)
        {
            var name = entry.Settings.One(Keys.Name)?.Text ?? entry.Place;
            return new FleetTarget(name, entry.Settings.One(Keys.Url)?.Text ?? "", folders.Next(name, null), [], null, e.Message);
        }
    }

    CheckOptions ReadOptions(TargetEntry entry, RawSettings common)
    {
        var settings = commandLine.Over(entry.Settings).Over(PresetOf(entry.Settings)).Over(common);
        foreach (var consent in consents.Where(c => !(IsOn(commandLine, c) && IsOn(entry.Settings, c))))
            settings[consent] = [];
        // A preview of what may not be posted would be a preview of nothing.
        if (!IsOn(entry.Settings, Keys.AllowWrites))
            settings[Keys.DryRun] = [];
        if (!settings.Has(Keys.Baseline))
            settings[Keys.UpdateBaseline] = [];
        return new CheckOptionsReader(settings, env.Variable, suite) { InheritsKey = false }.Read();
    }

    // Whichever target came last would have written it for both.
    void RefuseSharedBaselines(List<(TargetEntry Entry, FleetTarget Target)> targets)
    {
        if (!IsOn(commandLine, Keys.UpdateBaseline))
            return;
        var written = targets.Where(t => t.Target.Options?.Baseline is not null).ToList();
        if (written.Count == 0)
            throw new UsageException($"--{Keys.UpdateBaseline}: No target has a file to write; write '{Keys.Baseline}: FILE' into the entries it is meant for.");
        if (written.GroupBy(t => Path.GetFullPath(t.Target.Options!.Baseline!, env.WorkingDirectory), StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } shared)
            throw new UsageException($"{shared.ElementAt(1).Entry.Place}: The file '{Printable.Line(shared.First().Target.Options!.Baseline!)}' is that of {shared.First().Entry.Place}, too; give each target a baseline of its own.");
    }

    static void RefuseTwins(List<(TargetEntry Entry, FleetTarget Target)> targets)
    {
        foreach (var twins in targets.GroupBy(t => t.Target.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            var (first, second) = (twins.First().Entry, twins.ElementAt(1).Entry);
            throw new UsageException($"{second.Place}: A target is already called '{Printable.Line(twins.Key)}', at {first.Place}; give each a name of its own.");
        }
    }

    List<string> Warnings(TargetList list)
    {
        var warnings = new List<string>();
        foreach (var consent in consents.Where(c => IsOn(commandLine, c) && !list.Entries.Any(e => IsOn(e.Settings, c))))
            warnings.Add($"--{consent}: No target gives this consent for itself, so it changes nothing; write '{consent}: true' into the entries it is meant for.");
        return warnings;
    }

    static FleetOptions Cut(FleetOptions options, RawValue given)
    {
        var numbers = given.Text.Split('/');
        if (numbers.Length != 2 || !int.TryParse(numbers[0], out var part) || !int.TryParse(numbers[1], out var parts) || part < 1 || part > parts)
            throw new UsageException($"{given.Origin}: '{Printable.Line(given.Text)}' is no part; expected K/N, such as 2/5 for the second of five.");
        var groups = HostName.Groups(options.Targets);
        if (parts > groups.Count)
            throw new UsageException($"{given.Origin}: The targets can be put into {groups.Count} parts at most, since those on one host stay together; '{Printable.Line(given.Text)}' asks for more.");
        var ours = groups.Where((_, index) => index % parts == part - 1).SelectMany(g => g).ToHashSet();
        return options with { Part = given.Text, Targets = [.. options.Targets.Where(ours.Contains)] };
    }

    static RawSettings PresetOf(RawSettings settings) => settings.One(Keys.Preset) is { } named ? Presets.Find(named) : new RawSettings();

    static bool IsOn(RawSettings settings, string key) => settings.One(key)?.Text == "true";
}
