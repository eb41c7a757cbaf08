using Open311.Cli.Application;
using Open311.Cli.Consoles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Open311.Cli.Settings;

/// <summary>
/// Reads settings from YAML by its events, so that nothing is built that the file may not hold: no anchors, no tags, no depth.
/// Values stay the texts that were written: a jurisdiction <c>0123</c> keeps its zero.
/// </summary>
internal sealed class ConfigurationReader(string file)
{
    static readonly string[] Keys = [.. CheckSettings.FileKeys.Select(k => k.Key)];

    readonly RawSettings settings = new();

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="UsageException">Something in it cannot be used, with its place.</exception>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public RawSettings Read(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            return ReadStream(parser);
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet does where a flow sequence or mapping is broken in certain ways.
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "A bracket, brace or quote is not closed, or stands where none may.");
        }
    }

    RawSettings ReadStream(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return settings;
        parser.Consume<DocumentStart>();
        if (!parser.Accept<Scalar>(out var only) || only.Value.Length > 0)
            ReadTop(parser);
        else
            parser.MoveNext();
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            throw Refuse(second, "The file holds a second YAML document; expected one, so remove the '---' line.");
        return settings;
    }

    void ReadTop(IParser parser)
    {
        if (!parser.TryConsume<MappingStart>(out var top))
            throw Refuse(parser.Current!, "The file does not hold settings; expected lines such as 'url: https://example.org/open311/v2'.");
        RefuseProperties(top);
        while (!parser.TryConsume<MappingEnd>(out _))
            ReadSetting(parser);
    }

    void ReadSetting(IParser parser)
    {
        if (!parser.TryConsume<Scalar>(out var key))
            throw Refuse(parser.Current!, "A key is not a plain word; expected the name of a setting, such as 'timeout'.");
        var spec = CheckSettings.FileKeys.FirstOrDefault(k => k.Key == key.Value) ?? throw Unknown(key);
        if (settings.Has(spec.Key))
            throw Refuse(key, $"'{spec.Key}' is given twice; keep one.");
        var value = parser.Current!;
        settings[spec.Key] = spec.IsMany ? Many(parser, spec) : [One(parser, spec)];
        if (spec.Kind == OptionKind.Switch && settings.One(spec.Key)!.Text is not ("true" or "false"))
            throw Refuse(value, $"{spec.Key}: '{Shown(spec, settings.One(spec.Key)!.Text)}' is neither true nor false; write one of these.");
    }

    UsageException Unknown(Scalar key)
    {
        var known = CheckSettings.Options.Any(o => o.Key == key.Value)
            ? " It can only be given on the command line."
            : Suggestion.For(key.Value.TrimStart('-'), Keys);
        return Refuse(key, $"'{Printable.Line(key.Value)}' is not a setting of this file.{known} The settings are those of 'open311 check --help', without the hyphens.");
    }

    RawValue One(IParser parser, OptionSpec spec)
    {
        if (!parser.TryConsume<Scalar>(out var scalar))
            throw Refuse(parser.Current!, $"{spec.Key}: This is not a single value; expected '{spec.Key}: {Example(spec)}'.");
        RefuseProperties(scalar);
        if (scalar.Value.Length == 0 || IsNull(scalar))
            throw Refuse(scalar, $"{spec.Key}: The value is missing; give one, or remove the line.");
        return new RawValue(scalar.Value, Origin(scalar, spec));
    }

    List<RawValue> Many(IParser parser, OptionSpec spec)
    {
        if (spec.Kind == OptionKind.Pairs && parser.TryConsume<MappingStart>(out var mapping))
            return Pairs(parser, spec, mapping);
        if (!parser.TryConsume<SequenceStart>(out var sequence))
            return [One(parser, spec)];
        RefuseProperties(sequence);
        var values = new List<RawValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            values.Add(One(parser, spec));
        return values;
    }

    List<RawValue> Pairs(IParser parser, OptionSpec spec, MappingStart mapping)
    {
        RefuseProperties(mapping);
        var values = new List<RawValue>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = One(parser, spec);
            // An empty value is one: query arguments may have none.
            if (parser.TryConsume<Scalar>(out var value))
                values.Add(new RawValue($"{name.Text}={(IsNull(value) ? "" : value.Value)}", name.Origin));
            else
                throw Refuse(parser.Current!, $"{spec.Key}: The value of '{Printable.Line(name.Text)}' is not a single text; write 'name: value'.");
        }

        return values;
    }

    void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
            throw Refuse(node, "Anchors and tags are not used here; write the value itself.");
    }

    string Origin(ParsingEvent at, OptionSpec spec) => $"{file}({at.Start.Line},{at.Start.Column}): {spec.Key}";

    UsageException Refuse(ParsingEvent at, string sentence) => new($"{file}({at.Start.Line},{at.Start.Column}): {sentence}");

    static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null";

    static string Shown(OptionSpec spec, string value) => spec.Key == CheckSettings.ApiKey ? "***" : Printable.Line(value);

    static string Example(OptionSpec spec) => spec.Kind switch
    {
        OptionKind.Switch => "true",
        OptionKind.Pairs => "name=value",
        _ => spec.Value.ToLowerInvariant(),
    };
}
