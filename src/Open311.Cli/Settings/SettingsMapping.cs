using Open311.Cli.Application;
using Open311.Cli.Consoles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Open311.Cli.Settings;

/// <summary>Reads settings from one mapping of a file.</summary>
/// <param name="file">The file.</param>
/// <param name="allowed">The settings that the mapping may hold.</param>
/// <param name="refuse">The sentence for any other key.</param>
internal sealed class SettingsMapping(YamlFile file, IReadOnlyList<OptionSpec> allowed, Func<string, string> refuse)
{
    /// <summary>Reads a mapping that begins at the parser's place.</summary>
    /// <param name="parser">Stands before the mapping.</param>
    /// <param name="special">Reads the value of a key that is no setting; false for any other key.</param>
    /// <exception cref="UsageException">Something in it cannot be used, with its place.</exception>
    public RawSettings Read(IParser parser, Func<Scalar, bool>? special = null)
    {
        var settings = new RawSettings();
        file.RefuseProperties(parser.Consume<MappingStart>());
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out var key))
                throw file.Refuse(parser.Current!, "A key is not a plain word; expected the name of a setting, such as 'timeout'.");
            if (special?.Invoke(key) != true)
                ReadSetting(parser, key, settings);
        }

        return settings;
    }

    void ReadSetting(IParser parser, Scalar key, RawSettings settings)
    {
        var spec = allowed.FirstOrDefault(k => k.Key == key.Value) ?? throw file.Refuse(key, refuse(key.Value));
        if (settings.Has(spec.Key))
            throw file.Refuse(key, $"'{spec.Key}' is given twice; keep one.");
        var value = parser.Current!;
        settings[spec.Key] = spec.IsMany ? Many(parser, spec) : [One(parser, spec)];
        if (spec.Kind == OptionKind.Switch && settings.One(spec.Key)!.Text is not ("true" or "false"))
            throw file.Refuse(value, $"{spec.Key}: '{Shown(spec, settings.One(spec.Key)!.Text)}' is neither true nor false; write one of these.");
    }

    RawValue One(IParser parser, OptionSpec spec)
    {
        if (!parser.TryConsume<Scalar>(out var scalar))
            throw file.Refuse(parser.Current!, $"{spec.Key}: This is not a single value; expected '{spec.Key}: {Example(spec)}'.");
        file.RefuseProperties(scalar);
        if (scalar.Value.Length == 0 || YamlFile.IsNull(scalar))
            throw file.Refuse(scalar, $"{spec.Key}: The value is missing; give one, or remove the line.");
        return new RawValue(scalar.Value, $"{file.Place(scalar)}: {spec.Key}");
    }

    List<RawValue> Many(IParser parser, OptionSpec spec)
    {
        if (spec.Kind == OptionKind.Pairs && parser.TryConsume<MappingStart>(out var mapping))
            return Pairs(parser, spec, mapping);
        if (!parser.TryConsume<SequenceStart>(out var sequence))
            return [One(parser, spec)];
        file.RefuseProperties(sequence);
        var values = new List<RawValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            values.Add(One(parser, spec));
        return values;
    }

    List<RawValue> Pairs(IParser parser, OptionSpec spec, MappingStart mapping)
    {
        file.RefuseProperties(mapping);
        var values = new List<RawValue>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var name = One(parser, spec);
            // An empty value is one: query arguments may have none.
            if (parser.TryConsume<Scalar>(out var value))
                values.Add(new RawValue($"{name.Text}={(YamlFile.IsNull(value) ? "" : value.Value)}", name.Origin));
            else
                throw file.Refuse(parser.Current!, $"{spec.Key}: The value of '{Printable.Line(name.Text)}' is not a single text; write 'name: value'.");
        }

        return values;
    }

    static string Shown(OptionSpec spec, string value) => spec.Key == CheckSettings.ApiKey ? "***" : Printable.Line(value);

    static string Example(OptionSpec spec) => spec.Kind switch
    {
        OptionKind.Switch => "true",
        OptionKind.Pairs => "name=value",
        _ => spec.Value.ToLowerInvariant(),
    };
}
