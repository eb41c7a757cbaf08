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
            Check(env, rooms), Verify(env, rooms), Judge(env, rooms), Compare(env, rooms), Clause(env, rooms), Requirements(env, rooms), Explain(env, rooms), Mock(env, rooms), Console(env), Faults(env, rooms), Dialects(env, rooms), Selftest(env, rooms),
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
        var options = MockSettings.Options.ToDictionary(spec => spec, spec => SettingOption.Create(spec));
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
