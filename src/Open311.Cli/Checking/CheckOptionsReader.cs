using System.IO.Enumeration;
using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Rooms;
using Open311.Cli.Settings;
using Open311.Conformance.Targets;
using Open311.Reporting.Languages;
using Open311.Reporting.Printing;
using Keys = Open311.Cli.Settings.CheckSettings;

namespace Open311.Cli.Checking;

/// <summary>Reads the merged settings of one <c>check</c>.</summary>
/// <param name="settings">Command line over file.</param>
/// <param name="variable">The environment.</param>
/// <param name="suite">Knows classes and ids; asked only when some are given.</param>
internal sealed class CheckOptionsReader(RawSettings settings, Func<string, string?> variable, ISuite suite)
{
    // Several answers are held as trees at a time, and a tree takes many times its body. A thousand requests take 1 to 2 MB.
    const int LargestBody = 4 * 1024 * 1024;

    /// <summary>The formats of a report.</summary>
    public static readonly IReadOnlyList<string> Formats = ["html", "json", "junit", "md", "badge"];

    readonly SettingReader reader = new(settings);
    readonly List<string> warnings = [];

    /// <summary>Whether the usual variable holds a key for this endpoint when nothing else names one.</summary>
    public bool InheritsKey { get; init; } = true;

    /// <exception cref="UsageException">Something given cannot be used.</exception>
    public CheckOptions Read()
    {
        var target = settings.One(Keys.Url) is { } url ? ReadTarget(url) : RefuseInputsOfTarget();
        var options = new CheckOptions
        {
            Target = target,
            Classes = settings.Has(Keys.Class) ? reader.Names(Keys.Class, "a conformance class", suite.Classes) : [],
            SeveralJurisdictions = reader.Switch(Keys.MultiJurisdiction),
            Only = [.. reader.CommaList(Keys.Only).Select(ReadGlob)],
            Settings = ReadSettings(target),
            Out = reader.Text(Keys.Out),
            Order = new ReportOrder(reader.Names(Keys.Report, "a report format", Formats) is { Count: > 0 } named ? named : Formats, ReadLanguage(settings)) { Printer = ReadPrinter() },
            Bundle = reader.Text(Keys.Bundle),
            Sign = reader.Text(Keys.Sign),
            Profile = settings.One(Keys.Profile) is { } profile ? profile with { Text = reader.Text(Keys.Profile)! } : null,
            Baseline = reader.Text(Keys.Baseline),
            UpdateBaseline = reader.Switch(Keys.UpdateBaseline),
            WaitFor = settings.One(Keys.WaitFor) is { } service ? EndpointUrl.Service(service) : null,
            WaitTimeout = reader.Number(Keys.WaitTimeout, 1, 3600, "a number of seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            Quiet = reader.Switch(Keys.Quiet),
            Verbose = reader.Switch(Keys.Verbose),
        };
        if (options is { Quiet: true, Verbose: true })
            throw new UsageException($"{settings.One(Keys.Quiet)!.Origin}: Quiet and verbose exclude each other; leave one of them out.");
        RefuseAlone(Keys.Sign, Keys.Bundle, "a bundle");
        RefuseAlone(Keys.UpdateBaseline, Keys.Baseline, "a file to write");
        RefuseAlone(Keys.WaitTimeout, Keys.WaitFor, "a URL to wait for");
        if (options.Target?.Writes.DryRun == true && (settings.One(Keys.Bundle) ?? settings.One(Keys.Baseline)) is { } proof)
            throw new UsageException($"{proof.Origin}: A dry run judges nothing, so that there is nothing to keep; leave --{Keys.DryRun} out.");
        return options with
        {
            Target = target is null ? null : target with { Classes = options.Classes, Only = options.Only },
            Warnings = warnings,
        };
    }

    /// <summary>The language of the reports for people.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public static Language ReadLanguage(RawSettings settings)
    {
        if (settings.One(Keys.Lang) is not { } given)
            return Language.English;
        return LanguageTags.Find(given.Text.Trim()) ?? throw new UsageException(
            $"{given.Origin}: No report is written in '{Printable.Line(given.Text)}'; expected one of {string.Join(", ", LanguageTags.All)}.");
    }

    // Before anything is sent: nobody shall wait for a run and then miss what it was for.
    string? ReadPrinter()
    {
        if (!reader.Switch(Keys.Pdf))
            return null;
        var finder = new ChromiumFinder(variable, File.Exists);
        return finder.Find() ?? throw new UsageException($"{settings.One(Keys.Pdf)!.Origin}: {Printable.Line(finder.Missing())}");
    }

    void RefuseAlone(string key, string needed, string what)
    {
        if (reader.Switch(key) || (key is Keys.Sign or Keys.WaitTimeout && settings.Has(key)))
        {
            if (!settings.Has(needed))
                throw new UsageException($"--{key}: There is no {what.Split(' ', 2)[1]}; name it by --{needed}.");
        }
    }

    Target ReadTarget(RawValue url) => new()
    {
        Endpoint = EndpointUrl.Endpoint(url),
        Discovery = settings.One(Keys.Discovery) is { } discovery ? EndpointUrl.Discovery(discovery) : null,
        Jurisdictions = [.. reader.List(Keys.Jurisdiction).Distinct()],
        MultiJurisdiction = reader.Switch(Keys.MultiJurisdiction),
        ApiKey = ReadKey(),
        ExtraQuery = reader.Pairs(Keys.ExtraQuery),
        ExtraHeaders = ReadHeaders(),
        MaxWindowDays = reader.Whole(Keys.MaxWindowDays, 2, 90, "a whole number of days") ?? 90,
        ZonelessDates = reader.Switch(Keys.ZonelessDates),
        Extensions = reader.Names(Keys.Extension, "an extension", ExtensionName.All),
        Writes = new WriteOptionsReader(settings).Read(),
    };

    IReadOnlyList<KeyValuePair<string, string>> ReadHeaders()
    {
        var headers = reader.Pairs(Keys.ExtraHeader);
        if (headers.FirstOrDefault(h => !h.Key.All(IsToken) || h.Value.Any(char.IsControl)) is { Key: not null } bad)
        {
            throw new UsageException(
                $"{settings[Keys.ExtraHeader][0].Origin}: '{Printable.Line(bad.Key)}' does not make a header; a name has no blanks or separators, and a value no line breaks.");
        }

        return headers;
    }

    Target? RefuseInputsOfTarget()
    {
        string[] inputs = [Keys.Discovery, Keys.Jurisdiction, Keys.ApiKey, Keys.ApiKeyEnv, Keys.ExtraQuery, Keys.ExtraHeader, Keys.MaxWindowDays, Keys.ZonelessDates, Keys.Extension, Keys.WaitFor, .. WriteOptionsReader.Inputs];
        if (inputs.Select(settings.One).FirstOrDefault(v => v is not null) is { } given)
            throw new UsageException($"{given.Origin}: This is said about an endpoint, but none is given; add its URL, as in 'open311 check https://example.org/open311/v2'.");
        return null;
    }

    // A run that judges nothing because of a slip would cost minutes and end in "could not test".
    string ReadGlob(RawValue glob)
    {
        if (suite.Ids.Any(id => FileSystemName.MatchesSimpleExpression(glob.Text, id)))
            return glob.Text;
        throw new UsageException(
            $"{glob.Origin}: No requirement or case has an id like '{Printable.Line(glob.Text)}'.{Suggestion.For(glob.Text, suite.Ids)} 'open311 requirements' lists the ids; * stands for anything.");
    }

    string? ReadKey()
    {
        var key = settings.One(Keys.ApiKey);
        if (key is null)
            return ReadKeyVariable();
        if (settings.One(Keys.ApiKeyEnv) is { } name)
            throw new UsageException($"{name.Origin}: The API key is given as well, by {Keys.ApiKey}; keep one of the two.");
        if (key.Origin != $"--{Keys.ApiKey}")
            warnings.Add($"{key.Origin}: The API key stands in the file in plain text; write '{Keys.ApiKeyEnv}: {Keys.ApiKeyVariable}' instead before you share it.");
        return reader.Text(Keys.ApiKey);
    }

    string? ReadKeyVariable()
    {
        if (settings.One(Keys.ApiKeyEnv) is not { } name)
            return InheritsKey && variable(Keys.ApiKeyVariable)?.Trim() is { Length: > 0 } inherited ? inherited : null;
        return variable(name.Text.Trim())?.Trim() is { Length: > 0 } key
            ? key
            : throw new UsageException($"{name.Origin}: The environment variable '{Printable.Line(name.Text)}' is not set; set it to the API key, or leave this out.");
    }

    RunSettings ReadSettings(Target? target)
    {
        var usual = new RunSettings();
        var isLocal = target is null || (target.Endpoint.IsLoopback && target.Discovery?.IsLoopback != false);
        return usual with
        {
            Seed = reader.Whole(Keys.Seed, 0, int.MaxValue, "a whole number") ?? usual.Seed,
            Rate = reader.Number(Keys.Rate, 0, 1000, "a number of requests a second") ?? (isLocal ? 0 : 4),
            Concurrency = reader.Whole(Keys.Concurrency, 1, 64, "a whole number") ?? (isLocal ? 4 : 2),
            Timeout = reader.Number(Keys.Timeout, 0.1, 600, "a number of seconds") is { } seconds ? TimeSpan.FromSeconds(seconds) : usual.Timeout,
            // Our own city needs no time to recover between repetitions.
            Pause = target is null ? TimeSpan.FromMilliseconds(100) : usual.Pause,
            Strict = reader.Switch(Keys.Strict),
            MaxBodyBytes = LargestBody,
        };
    }

    static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c);
}
