using Open311.Cli.Application;
using Open311.Cli.Settings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Keys = Open311.Cli.Settings.CheckSettings;

namespace Open311.Cli.Fleet;

/// <summary>Reads a file of targets: settings for all, and below <c>targets</c> an entry for each, or its URL alone.</summary>
internal sealed class TargetsReader(string name)
{
    const string Expected = "expected 'targets:' and below it lines such as '- url: https://example.org/open311/v2'.";

    readonly YamlFile file = new(name);

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UsageException">Something in it cannot be used, with its place.</exception>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public TargetList Read(string yaml) => file.Read<TargetList?>(yaml, null, ReadRoot)
        ?? throw new UsageException($"{name}: The file is empty; {Expected}");

    TargetList? ReadRoot(IParser parser)
    {
        var root = parser.Current!;
        if (parser.Accept<SequenceStart>(out _))
            return new TargetList(new RawSettings(), ReadEntries(parser), IsDirectory: false);
        if (!parser.Accept<MappingStart>(out _))
            throw file.Refuse(root, $"The file does not hold targets; {Expected}");

        IReadOnlyList<TargetEntry>? entries = null;
        var common = new SettingsMapping(file, TargetKeys.OfAll, TargetKeys.RefuseForAll).Read(parser, key =>
        {
            if (key.Value != Keys.Targets)
                return false;
            if (entries is not null)
                throw file.Refuse(key, $"'{Keys.Targets}' is given twice; keep one.");
            entries = ReadEntries(parser);
            return true;
        });
        return new TargetList(common, entries ?? throw file.Refuse(root, $"The file names no targets; {Expected}"), IsDirectory: false);
    }

    List<TargetEntry> ReadEntries(IParser parser)
    {
        if (!parser.TryConsume<SequenceStart>(out var sequence))
            throw file.Refuse(parser.Current!, $"{Keys.Targets}: This is not a list; expected lines such as '- url: https://example.org/open311/v2' below it.");
        file.RefuseProperties(sequence);
        var entries = new List<TargetEntry>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            entries.Add(ReadEntry(parser));
        return entries.Count > 0 ? entries : throw file.Refuse(sequence, $"{Keys.Targets}: The list is empty; {Expected}");
    }

    TargetEntry ReadEntry(IParser parser)
    {
        var start = parser.Current!;
        if (parser.TryConsume<Scalar>(out var url))
        {
            file.RefuseProperties(url);
            var alone = new RawSettings { [Keys.Url] = [new RawValue(url.Value, $"{file.Place(url)}: {Keys.Url}")] };
            return new TargetEntry(file.Place(start), alone);
        }

        if (!parser.Accept<MappingStart>(out _))
            throw file.Refuse(start, "An entry is neither a URL nor settings; expected lines such as '- url: https://example.org/open311/v2'.");
        var settings = new SettingsMapping(file, TargetKeys.OfEntry, TargetKeys.RefuseInEntry).Read(parser);
        return settings.Has(Keys.Url)
            ? new TargetEntry(file.Place(start), settings)
            : throw file.Refuse(start, "The target has no url; add a line such as 'url: https://example.org/open311/v2'.");
    }
}
