using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using Open311.Cli.Checking;
using Open311.Cli.City;
using Open311.Cli.Rooms;
using Open311.Cli.Taping;
using Open311.Conformance.Profiles;
using Open311.Conformance.Targets;
using Open311.Reporting.Languages;

namespace Open311.Cli.Settings;

/// <summary>Settings as options: values stay texts, so that file and command line are read by the same rules.</summary>
internal static class SettingOption
{
    /// <summary>The option of a setting.</summary>
    /// <param name="spec">The setting.</param>
    /// <param name="rooms">Know the values that a shell may complete; entered for that alone. Null for none.</param>
    public static Option Create(OptionSpec spec, IRooms? rooms = null)
    {
        if (spec.Kind == OptionKind.Switch)
            return Switch(spec);
        Option option = spec.IsMany
            ? new Option<string[]>(spec.Option) { AllowMultipleArgumentsPerToken = spec.Kind != OptionKind.Pairs }
            : new Option<string>(spec.Option);
        option.Description = spec.Description;
        option.HelpName = spec.Value;
        option.CompletionSources.Add(_ => Values(spec, rooms).Select(v => new CompletionItem(v)));
        return option;
    }

    static IEnumerable<string> Values(OptionSpec spec, IRooms? rooms) => spec.Key switch
    {
        CheckSettings.Report => CheckOptionsReader.Formats,
        CheckSettings.Class => rooms?.Suite.Classes ?? [],
        CheckSettings.Profile => ProfileBook.Shipped,
        CheckSettings.Lang => LanguageTags.All,
        CheckSettings.Extension => ExtensionName.All,
        MockSettings.City => Mock.Cities.City.EmbeddedNames,
        MockSettings.Type => MockOptionsReader.Types,
        MockSettings.Formats => MockOptionsReader.Formats,
        MockSettings.Dialect => rooms?.Cities.Dialects.Select(d => d.Id) ?? [],
        MockSettings.Fault => rooms?.Cities.Faults.Select(f => f.Id) ?? [],
        MockSettings.Variation => rooms?.Cities.Variations.Select(v => v.Id) ?? [],
        MockSettings.Recording => RecordingFinder.Names,
        _ => [],
    };

    // Without a value it says all there is to say.
    static Option<bool> Switch(OptionSpec spec)
    {
        var option = new Option<bool>(spec.Option) { Description = spec.Description };
        option.CompletionSources.Clear();
        return option;
    }

    /// <summary>What was given.</summary>
    public static RawSettings Read(ParseResult parsed, IReadOnlyDictionary<OptionSpec, Option> options)
    {
        var settings = new RawSettings();
        foreach (var (spec, option) in options)
        {
            if (parsed.GetResult(option) is { Implicit: false } result)
                settings[spec.Key] = Values(spec, result);
        }

        return settings;
    }

    /// <summary>What was given, the URL included.</summary>
    public static RawSettings Read(ParseResult parsed, Argument<string?> url, IReadOnlyDictionary<OptionSpec, Option> options)
    {
        var settings = Read(parsed, options);
        if (parsed.GetValue(url) is { } given)
            settings[CheckSettings.Url] = [new RawValue(given, "URL")];
        if (!settings.Has(CheckSettings.Url))
            TakeUrlBack(settings, options.Keys);
        return settings;
    }

    static IReadOnlyList<RawValue> Values(OptionSpec spec, OptionResult result) =>
        spec.Kind == OptionKind.Switch
            ? [new RawValue(result.Tokens is [var token] ? token.Value.ToLowerInvariant() : "true", spec.Option)]
            : [.. result.Tokens.Select(t => new RawValue(t.Value, spec.Option))];

    // "--class read-xml https://...": an option that takes several values takes the URL, too. None of their values can look like one.
    static void TakeUrlBack(RawSettings settings, IEnumerable<OptionSpec> specs)
    {
        foreach (var spec in specs.Where(s => s.Kind is OptionKind.List or OptionKind.CommaList))
        {
            if (settings[spec.Key] is not [_, .., var last] values || !last.Text.Contains("://", StringComparison.Ordinal))
                continue;
            settings[spec.Key] = [.. values.SkipLast(1)];
            settings[CheckSettings.Url] = [last with { Origin = "URL" }];
            return;
        }
    }
}
