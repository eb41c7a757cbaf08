using Open311.Cli.Application;
using Open311.Cli.Consoles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Open311.Cli.Settings;

/// <summary>Reads the settings of one <c>check</c> from YAML.</summary>
internal sealed class ConfigurationReader(string name)
{
    readonly YamlFile file = new(name);

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UsageException">Something in it cannot be used, with its place.</exception>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public RawSettings Read(string yaml) => file.Read(yaml, new RawSettings(), parser => parser.Accept<MappingStart>(out _)
        ? new SettingsMapping(file, [.. CheckSettings.FileKeys], Unknown).Read(parser)
        : throw file.Refuse(parser.Current!, "The file does not hold settings; expected lines such as 'url: https://example.org/open311/v2'."));

    static string Unknown(string key)
    {
        var known = key == CheckSettings.Targets ? " A file of many targets is given by --targets instead of --config."
            : CheckSettings.Options.Any(o => o.Key == key) ? " It can only be given on the command line."
            : Suggestion.For(key.TrimStart('-'), CheckSettings.FileKeys.Select(k => k.Key));
        return $"'{Printable.Line(key)}' is not a setting of this file.{known} The settings are those of 'open311 check --help', without the hyphens.";
    }
}
