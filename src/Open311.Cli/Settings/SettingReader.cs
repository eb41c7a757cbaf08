using System.Globalization;
using Open311.Cli.Application;
using Open311.Cli.Consoles;

namespace Open311.Cli.Settings;

/// <summary>Turns settings as written into values, with one sentence for each that cannot be used.</summary>
internal sealed class SettingReader(RawSettings settings)
{
    public string? Text(string key)
    {
        if (settings.One(key) is not { } value)
            return null;
        return value.Text.Trim() is { Length: > 0 } text
            ? text
            : throw new UsageException($"{value.Origin}: The value is empty; give one, or leave it out.");
    }

    public bool Switch(string key) => settings.One(key)?.Text == "true";

    public double? Number(string key, double least, double most, string unit)
    {
        if (settings.One(key) is not { } value)
            return null;
        const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        return double.TryParse(value.Text, Plain, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Refuse(value, string.Create(CultureInfo.InvariantCulture, $"expected {unit} from {least} to {most}, such as {Math.Max(1, least)}"));
    }

    public int? Whole(string key, int least, int most, string unit)
    {
        if (settings.One(key) is not { } value)
            return null;
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        return int.TryParse(value.Text, Plain, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Refuse(value, $"expected {unit} from {least} to {most}");
    }

    /// <summary>Texts, none of them empty.</summary>
    public IReadOnlyList<string> List(string key) => [.. settings[key].Select(v => v.Text.Trim().Length > 0
        ? v.Text.Trim()
        : throw new UsageException($"{v.Origin}: A value is empty; give one, or leave it out."))];

    /// <summary>Texts separated by commas or repeated options, each once, with where each stands.</summary>
    public IReadOnlyList<RawValue> CommaList(string key) => [.. settings[key]
        .SelectMany(v => v.Text.Split(',').Select(part => part.Trim().Length > 0
            ? v with { Text = part.Trim() }
            : throw new UsageException($"{v.Origin}: '{Printable.Line(v.Text)}' has an empty part; expected names with one comma between them.")))
        .DistinctBy(v => v.Text)];

    /// <summary>Names out of a closed set, in any letter case.</summary>
    public IReadOnlyList<string> Names(string key, string what, IReadOnlyList<string> known) => [.. CommaList(key)
        .Select(v => known.FirstOrDefault(k => k.Equals(v.Text, StringComparison.OrdinalIgnoreCase))
            ?? throw new UsageException(
                $"{v.Origin}: '{Printable.Line(v.Text)}' is not {what}.{Suggestion.For(v.Text, known)} There are: {string.Join(", ", known)}."))
        .Distinct()];

    /// <summary><c>name=value</c>; only the first equals sign separates.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Pairs(string key) => [.. settings[key].Select(v =>
    {
        var equals = v.Text.IndexOf('=');
        // The text is not repeated: a header may well be a secret.
        return equals > 0
            ? KeyValuePair.Create(v.Text[..equals].Trim(), v.Text[(equals + 1)..])
            : throw new UsageException($"{v.Origin}: The value has no name before an equals sign; expected NAME=VALUE, such as X-Client=acceptance.");
    })];

    static UsageException Refuse(RawValue value, string expected) =>
        new($"{value.Origin}: '{Printable.Line(value.Text)}' cannot be used; {expected}.");
}
