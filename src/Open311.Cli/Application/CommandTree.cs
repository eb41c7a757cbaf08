using System.CommandLine;
using System.CommandLine.Help;
using Open311.Cli.Catalogue;
using Open311.Cli.Checking;
using Open311.Cli.City;
using Open311.Cli.Comparing;
using Open311.Cli.Completion;
using Open311.Cli.Consoles;
using Open311.Cli.Profiles;
using Open311.Cli.Rooms;
using Open311.Cli.Selftests;
using Open311.Cli.Settings;
using Open311.Cli.Taping;
using Open311.Cli.Verifying;
using Open311.Cli.WebConsole;

namespace Open311.Cli.Application;

/// <summary>The commands, their options and arguments.</summary>
internal static class CommandTree
{
    /// <summary>What the operator types.</summary>
    public const string Name = "open311";

    /// <summary>Builds the tree; nothing of a command is loaded before it is called.</summary>
    public static Command Build(IConsoleEnvironment env, IRooms rooms)
    {
        // Not a RootCommand, which takes its name from the file that happens to be executed.
        var root = new Command(Name, "Judges Open311 GeoReport v2 endpoints and plays a city to test clients against.")
        {
            Check(env, rooms), Verify(env, rooms), Judge(env, rooms), Compare(env, rooms), Clause(env, rooms), Requirements(env, rooms), Explain(env, rooms), Mock(env, rooms), Record(env, rooms), Recording(env), Diff(env, rooms), Console(env), Faults(env, rooms), Dialects(env, rooms), Selftest(env, rooms),
            new HelpOption { Action = new ExamplesHelp() },
            new VersionOption { Action = new VersionAction() },
        };
        root.Add(Completion(env));
        root.Add(Suggest(env, root));
        return root;
    }

    static Command Completion(IConsoleEnvironment env)
    {
        var shell = new Argument<string>("SHELL") { HelpName = "SHELL", Description = "bash, zsh, fish or pwsh." };
        shell.CompletionSources.Add([.. CompletionScript.Shells]);
        var command = new Command("completion", "Prints a script by which a shell completes commands, options and their values.") { shell };
        command.SetAction(parsed => new CompletionCommand(env).Run(parsed.GetValue(shell)!));
        return command;
    }

    static Command Suggest(IConsoleEnvironment env, Command root)
    {
        var (position, line) = (new Argument<int>("POSITION"), new Argument<string>("LINE"));
        var command = new Command(SuggestCommand.Name, "What could stand at the cursor; asked by the scripts of 'completion'.") { position, line };
        command.Hidden = true;
        command.SetAction(parsed => SuggestCommand.Run(env, root, parsed.GetValue(position), parsed.GetValue(line)!));
        return command;
    }

    static Command Check(IConsoleEnvironment env, IRooms rooms)
    {
        var url = new Argument<string?>("URL") { HelpName = "URL", Arity = ArgumentArity.ZeroOrOne, Description = CheckSettings.Endpoint.Description };
        var command = new Command("check", "Judges an endpoint: discovery and everything that can be read, in XML and JSON. Only GET is sent.") { url };
        var options = CheckSettings.Options.ToDictionary(spec => spec, spec => SettingOption.Create(spec, rooms));
        foreach (var option in options.Values)
            command.Add(option);
        command.SetAction((parsed, _) => new CheckCommand(env, rooms).RunAsync(SettingOption.Read(parsed, url, options)));
        return command;
    }

    static Command Record(IConsoleEnvironment env, IRooms rooms)
    {
        var url = new Argument<string?>("URL") { HelpName = "URL", Arity = ArgumentArity.ZeroOrOne, Description = "The endpoint, as discovery gives it." };
        var command = new Command("record", "Records a city, so that it can be served, judged and compared without it. Only GET is sent, unless --proxy lets POST of a client pass.") { url };
        var options = RecordSettings.Options.ToDictionary(spec => spec, spec => SettingOption.Create(spec));
        foreach (var option in options.Values)
            command.Add(option);
        command.SetAction((parsed, _) => new RecordCommand(env, rooms).RunAsync(SettingOption.Read(parsed, url, options)));
        return command;
    }

    static Command Recording(IConsoleEnvironment env)
    {
        var name = new Argument<string>("RECORDING") { HelpName = "NAME|DIR", Description = "A recording: a directory, a zip of one, or the name of one that comes with the tool." };
        var list = new Command("list", "Lists the recordings that come with the tool.");
        list.SetAction((_, _) => new RecordingCommand(env).ListAsync());
        var show = new Command("show", "Tells what is in a recording.") { name };
        show.SetAction((parsed, _) => new RecordingCommand(env).ShowAsync(parsed.GetValue(name)!));
        var har = new Argument<string>("FILE") { HelpName = "FILE", Description = "A HAR file, as browsers and proxies save it." };
        var endpoint = new Option<string?>("--base") { HelpName = "URL", Description = "The endpoint. [default: the one asked most]" };
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Where the recording goes: a new directory." };
        var force = new Option<bool>("--force") { Description = "Overwrite a recording that is there already." };
        var noScrub = new Option<bool>("--" + RecordSettings.NoScrub) { Description = RecordSettings.NoScrubText };
        var keep = new Option<string[]>("--" + RecordSettings.Keep) { HelpName = "FIELD", Description = RecordSettings.KeepText };
        var seed = new Option<long?>("--" + RecordSettings.ScrubSeed) { HelpName = "N", Description = RecordSettings.ScrubSeedText };
        var import = new Command("import", "Makes a recording of a HAR file: what it holds of an endpoint, without keys and cookies.") { har, endpoint, folder, force, noScrub, keep, seed };
        import.SetAction((parsed, _) => new RecordingCommand(env).ImportAsync(parsed.GetValue(har)!, parsed.GetValue(endpoint), parsed.GetValue(folder), parsed.GetValue(force), Choice(parsed, parsed.GetValue(noScrub))));
        var again = new Option<bool>("--again") { Description = "Scrub one that is scrubbed already: names, mail and keys stay as they were made up, numbers and positions are moved once more." };
        var scrub = new Command("scrub", "Takes personal data, keys and exact positions out of a recording, into another one. One that is scrubbed already is refused.") { name, folder, force, again, keep, seed };
        scrub.SetAction((parsed, _) => new RecordingCommand(env).ScrubAsync(parsed.GetValue(name)!, parsed.GetValue(folder), parsed.GetValue(force), parsed.GetValue(again), Choice(parsed, false)));
        var form = new Option<string?>("--as") { HelpName = "FORM", Description = $"The form: {string.Join(", ", Open311.Recordings.Exporting.RecordingExports.All.Select(e => e.Name))}." };
        var to = new Option<string?>("--out") { HelpName = "PATH", Description = "Where it goes; nothing may be there yet." };
        var export = new Command("export", "Gives a recording to another tool.") { name, form, to };
        export.SetAction((parsed, _) => new RecordingCommand(env).ExportAsync(parsed.GetValue(name)!, parsed.GetValue(form), parsed.GetValue(to)));
        return new Command("recording", "Lists, shows, imports, scrubs and exports recordings.") { list, show, import, scrub, export };

        ScrubChoice Choice(ParseResult parsed, bool isOff) => new(isOff, parsed.GetValue(seed), [.. (parsed.GetValue(keep) ?? []).SelectMany(k => k.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]);
    }

    static Command Diff(IConsoleEnvironment env, IRooms rooms)
    {
        var recording = new Argument<string>("RECORDING") { HelpName = "NAME|DIR", Description = "A recording." };
        var other = new Argument<string>("OTHER") { HelpName = "URL|NAME|DIR", Description = "The live endpoint, which is asked the same once more, or another recording." };
        var rate = new Option<string?>("--rate") { HelpName = "N", Description = "Requests a second; 0 for no limit. [default: 4, no limit on loopback]" };
        var json = new Option<bool>("--json") { Description = "As JSON, for programs." };
        var command = new Command("diff", "Tells what changed in meaning since a city was recorded: services, fields, types, formats, statuses. Exits 1 when something did.") { recording, other, rate, json };
        command.SetAction((parsed, _) => new DiffCommand(env, rooms).RunAsync(parsed.GetValue(recording)!, parsed.GetValue(other)!, parsed.GetValue(rate), parsed.GetValue(json)));
        return command;
    }

    static Command Verify(IConsoleEnvironment env, IRooms rooms)
    {
        var bundle = new Argument<string>("BUNDLE") { HelpName = "BUNDLE", Description = "A bundle, as 'open311 check --bundle FILE' writes it." };
        var key = new Option<string?>("--key") { HelpName = "KEY", Description = "The signer's public key, ECDSA P-256 in PEM: the bundle must be signed by it." };
        var json = new Option<bool>("--json") { Description = "As JSON, for programs." };
        var command = new Command("verify", "Judges a bundle again from its own evidence, without a network, and names every byte that was changed.") { bundle, key, json };
        command.SetAction((parsed, _) => new VerifyCommand(env, rooms).RunAsync(parsed.GetValue(bundle)!, parsed.GetValue(key), parsed.GetValue(json)));
        return command;
    }

    static Command Judge(IConsoleEnvironment env, IRooms rooms)
    {
        var har = new Argument<string>("FILE") { HelpName = "FILE", Description = "A HAR file, as browsers and proxies save it." };
        var endpoint = new Option<string?>("--base") { HelpName = "URL", Description = "The endpoint to judge. [default: the one asked most in the recording]" };
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Where the reports go. [default: reports/<host>-<UTC time>]" };
        var profile = new Option<string?>("--profile") { HelpName = "PROFILE", Description = "Hold what was found against a buyer's profile: a file, or one of georeport-v2-read, georeport-v2-full, citysdk." };
        var baseline = new Option<string?>("--baseline") { HelpName = "FILE", Description = "A YAML file of known failures: only new ones, and entries that are stale or expired, are red." };
        var lang = new Option<string?>("--lang") { HelpName = "TAG", Description = "The language of the reports for people: en, de. [default: en]" };
        var command = new Command("judge", "Judges what others recorded of an endpoint, as far as the recording goes.") { har, endpoint, folder, profile, baseline, lang };
        command.SetAction((parsed, _) => new JudgeCommand(env, rooms).RunAsync(new JudgeOptions(
            parsed.GetValue(har)!, parsed.GetValue(endpoint), parsed.GetValue(folder), parsed.GetValue(profile), parsed.GetValue(baseline), parsed.GetValue(lang))));
        return command;
    }

    static Command Compare(IConsoleEnvironment env, IRooms rooms)
    {
        var files = new Argument<string[]>("FILE") { HelpName = "FILE", Arity = ArgumentArity.OneOrMore, Description = "Bundles, which are verified, or report.json files, which cannot be; two or more." };
        var profile = new Option<string?>("--profile") { HelpName = "PROFILE", Description = "The buyer's profile. [default: that of the bundles, else georeport-v2-full]" };
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Where the comparison goes. [default: reports/comparison-<UTC time>]" };
        var lang = new Option<string?>("--lang") { HelpName = "TAG", Description = "The language of the page: en, de. [default: en]" };
        var command = new Command("compare", "Sets bids side by side, or runs of one endpoint: a page, a table and JSON.") { files, profile, folder, lang };
        command.SetAction((parsed, _) => new CompareCommand(env, rooms).RunAsync(parsed.GetValue(files)!, parsed.GetValue(profile), parsed.GetValue(folder), parsed.GetValue(lang)));
        return command;
    }

    static Command Clause(IConsoleEnvironment env, IRooms rooms)
    {
        var profile = new Argument<string>("PROFILE") { HelpName = "PROFILE", Description = "A buyer's profile: a file, or one of georeport-v2-read, georeport-v2-full, citysdk." };
        var lang = new Option<string?>("--lang") { HelpName = "TAG", Description = "The language of the clause: en, de. [default: en]" };
        var command = new Command("clause", "Prints a buyer's profile as contract language for a tender.") { profile, lang };
        command.SetAction(parsed => new ClauseCommand(env, rooms).Run(parsed.GetValue(profile)!, parsed.GetValue(lang)));
        return command;
    }

    static Command Requirements(IConsoleEnvironment env, IRooms rooms)
    {
        var id = new Argument<string?>("ID") { HelpName = "ID", Arity = ArgumentArity.ZeroOrOne, Description = "One requirement, such as GR2-REQS-031, or the beginning of several, such as GR2-REQS." };
        var named = new Option<string?>("--class") { HelpName = "NAME", Description = "Only the requirements of this conformance class." };
        var untested = new Option<bool>("--untested") { Description = "Only those that no case decides yet, with the reason." };
        var json = new Option<bool>("--json") { Description = "As JSON, for programs." };
        var docs = new Option<string?>("--docs") { HelpName = "FOLDER", Description = "Write the whole catalogue as pages into this folder: each requirement with its cases and the faults that prove them." };
        var check = new Option<bool>("--check") { Description = "With --docs: write nothing, and fail when a page is not up to date." };
        var command = new Command("requirements", "Lists the requirements of the catalogue.") { id, named, untested, json, docs, check };
        command.SetAction(parsed => parsed.GetValue(docs) is { } folder
            ? new DocsCommand(env, rooms).Run(folder, parsed.GetValue(check))
            : new RequirementsCommand(env, rooms).Run(parsed.GetValue(id), parsed.GetValue(named), parsed.GetValue(untested), parsed.GetValue(json)));
        return command;
    }

    static Command Explain(IConsoleEnvironment env, IRooms rooms)
    {
        var ids = new Argument<string[]>("ID") { HelpName = "ID", Arity = ArgumentArity.OneOrMore, Description = "Requirements, such as GR2-REQS-031." };
        var command = new Command("explain", "Explains requirements: clause, our reading, how it is tested, how to fix it.") { ids };
        command.SetAction(parsed => new ExplainCommand(env, rooms).Run(parsed.GetValue(ids)!));
        return command;
    }

    static Command Mock(IConsoleEnvironment env, IRooms rooms)
    {
        var command = new Command("mock", "Serves a city until Ctrl-C, and tells clients what is wrong with their calls.");
        var options = MockSettings.Options.ToDictionary(spec => spec, spec => SettingOption.Create(spec, rooms));
        foreach (var option in options.Values)
            command.Add(option);
        command.SetAction((parsed, _) => new MockCommand(env, rooms).RunAsync(SettingOption.Read(parsed, options)));
        return command;
    }

    static Command Console(IConsoleEnvironment env)
    {
        var command = new Command("console", "Serves the web console until Ctrl-C: checks, comparisons, bundles and mock cities in a browser.");
        var options = ConsoleSettings.Options.ToDictionary(spec => spec, spec => SettingOption.Create(spec));
        foreach (var option in options.Values)
            command.Add(option);
        command.SetAction((parsed, _) => new ConsoleCommand(env).RunAsync(SettingOption.Read(parsed, options)));
        return command;
    }

    static Command Dialects(IConsoleEnvironment env, IRooms rooms)
    {
        var name = new Argument<string?>("NAME") { HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne, Description = "One dialect, to see all that a client must be ready for." };
        var command = new Command("dialects", "Lists the families of real servers that 'open311 mock' can speak like.") { name };
        command.SetAction(parsed => new DialectsCommand(env, rooms).Run(parsed.GetValue(name)));
        return command;
    }

    static Command Faults(IConsoleEnvironment env, IRooms rooms)
    {
        var command = new Command("faults", "Lists the defects and variations that 'open311 mock' can show.");
        command.SetAction(_ => new FaultsCommand(env, rooms).Run());
        return command;
    }

    static Command Selftest(IConsoleEnvironment env, IRooms rooms)
    {
        var fault = new Option<string?>("--fault") { HelpName = "ID", Description = "Only this fault or variation; 'open311 faults' lists them." };
        var area = new Option<string?>("--area") { HelpName = "NAME", Description = "Only the faults and variations of this file of fixtures, such as dates, or the faults that prove this area of requirements, such as gr2-post." };
        var folder = new Option<string?>("--out") { HelpName = "FOLDER", Description = "Where the matrix goes. [default: reports/selftest]" };
        var update = new Option<string?>("--update") { HelpName = "FILE", Description = "Write the summary into this Markdown file, between the lines that mark its place." };
        var quiet = new Option<bool>("--quiet") { Description = "Say nothing on the way." };
        var command = new Command("selftest", "Proves the suite: judges the embedded city with every defect and every freedom, and writes the kill matrix.") { fault, area, folder, update, quiet };
        command.SetAction((parsed, _) => new SelftestCommand(env, rooms).RunAsync(new SelftestSettings(
            parsed.GetValue(fault), parsed.GetValue(area), parsed.GetValue(folder), parsed.GetValue(update), parsed.GetValue(quiet))));
        return command;
    }
}
