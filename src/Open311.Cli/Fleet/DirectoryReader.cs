using Open311.Cli.Application;
using Open311.Cli.Consoles;
using Open311.Cli.Settings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Keys = Open311.Cli.Settings.CheckSettings;

namespace Open311.Cli.Fleet;

/// <summary>
/// Reads a directory in the form of the Open311 wiki's <c>data/servers.yml</c> (or its <c>servers.json</c>): a list of entries with <c>name</c>,
/// <c>jurisdiction_id</c>, <c>api_discovery</c>, <c>version</c>, <c>base_url</c> and <c>test_url</c>. It is somebody else's file: fields that say nothing
/// about testing are passed over, and an entry that cannot be used keeps no other from being judged.
/// </summary>
internal sealed class DirectoryReader(string name)
{
    const string BaseUrl = "base_url";
    const string TestUrl = "test_url";
    const string Discovery = "api_discovery";
    const string Jurisdiction = "jurisdiction_id";
    const string Version = "version";
    const string Judged = "georeport-v2";

    static readonly string[] telling = [BaseUrl, TestUrl, Discovery, Jurisdiction];

    readonly YamlFile file = new(name);

    /// <summary>Whether a file is a directory rather than a file of targets.</summary>
    /// <exception cref="UsageException">It holds more than one document.</exception>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public bool Recognises(string yaml) => file.Read(yaml, false, parser =>
    {
        var found = false;
        if (parser.TryConsume<SequenceStart>(out _))
        {
            while (!parser.TryConsume<SequenceEnd>(out _))
                found |= FieldsOf(parser)?.Keys.Any(telling.Contains) == true;
        }
        else
        {
            file.Skip(parser);
        }

        return found;
    });

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UsageException">It is not a list of entries.</exception>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public TargetList Read(string yaml) => file.Read(yaml, new TargetList(new RawSettings(), [], IsDirectory: true), parser =>
    {
        var entries = new List<TargetEntry>();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var start = parser.Current!;
            entries.Add(FieldsOf(parser) is { } fields
                ? EntryOf(start, fields)
                : new TargetEntry(file.Place(start), new RawSettings(), $"{file.Place(start)}: The entry is no mapping of fields such as {BaseUrl}, so there is nothing to ask."));
        }

        return new TargetList(new RawSettings(), entries, IsDirectory: true);
    });

    TargetEntry EntryOf(ParsingEvent start, Dictionary<string, Scalar> fields)
    {
        var settings = new RawSettings();
        foreach (var (key, field) in new[] { (Keys.Name, Keys.Name), (Keys.Url, TestUrl), (Keys.Url, BaseUrl), (Keys.Discovery, Discovery), (Keys.Jurisdiction, Jurisdiction) })
        {
            if (fields.TryGetValue(field, out var value))
                settings[key] = [new RawValue(value.Value, $"{file.Place(value)}: {field}")];
        }

        return new TargetEntry(file.Place(start), settings, ProblemOf(start, fields));
    }

    string? ProblemOf(ParsingEvent start, Dictionary<string, Scalar> fields)
    {
        if (!fields.ContainsKey(BaseUrl) && !fields.ContainsKey(TestUrl))
            return $"{file.Place(start)}: The entry has no {BaseUrl}, so there is nothing to ask.";
        return fields.TryGetValue(Version, out var version) && !version.Value.Trim().Equals(Judged, StringComparison.OrdinalIgnoreCase)
            ? $"{file.Place(version)}: The directory gives the version '{Printable.Line(version.Value)}'; only {Judged} is judged."
            : null;
    }

    // Fields left empty, which is how the wiki writes what is not known, are as good as absent.
    Dictionary<string, Scalar>? FieldsOf(IParser parser)
    {
        if (!parser.TryConsume<MappingStart>(out _))
        {
            file.Skip(parser);
            return null;
        }

        var fields = new Dictionary<string, Scalar>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.TryConsume<Scalar>(out var word) ? word.Value : Skip(parser);
            if (key is not null && parser.TryConsume<Scalar>(out var value))
                _ = string.IsNullOrWhiteSpace(value.Value) || YamlFile.IsNull(value) || fields.TryAdd(key, value);
            else
                Skip(parser);
        }

        return fields;
    }

    string? Skip(IParser parser)
    {
        file.Skip(parser);
        return null;
    }
}
