using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Open311.Mock.Fixtures;

/// <summary>A YAML mapping read strictly: what is asked for must be there, what is there must be asked for.</summary>
internal sealed class YamlMap(string file, YamlMappingNode node)
{
    readonly HashSet<string> asked = [];

    public string File => file;

    public long Line => node.Start.Line;

    public IEnumerable<string> Names => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public static IReadOnlyList<YamlMap> Items(string file, YamlSequenceNode list) =>
        [.. list.Children.Select(item => item is YamlMappingNode map
            ? new YamlMap(file, map)
            : throw new FixtureException(file, item.Start.Line, "Each item of this list must be a mapping (name: value)."))];

    public bool Has(string name) => Find(name) is not null;

    public string Text(string name) =>
        OptionalText(name) is { Length: > 0 } text ? text : throw Problem($"'{name}' is missing or empty.");

    public string? OptionalText(string name) => Find(name) switch
    {
        null => null,
        YamlScalarNode scalar when IsNull(scalar) => null,
        YamlScalarNode scalar => scalar.Value ?? "",
        var other => throw new FixtureException(file, other.Start.Line, $"'{name}' must be a single value."),
    };

    public bool Flag(string name, bool fallback) => OptionalText(name) switch
    {
        null => fallback,
        "true" => true,
        "false" => false,
        var other => throw Problem(name, $"'{name}' must be true or false, not '{other}'."),
    };

    public int Whole(string name, int fallback) => OptionalText(name) is not { } text
        ? fallback
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Problem(name, $"'{name}' must be a whole number, not '{text}'.");

    public decimal Number(string name) => decimal.TryParse(
        Text(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Problem(name, $"'{name}' must be a decimal number, not '{Text(name)}'.");

    /// <summary>A span of time: a number and s, m, h or d, such as <c>90s</c> or <c>1.5d</c>.</summary>
    public TimeSpan Span(string name, TimeSpan fallback)
    {
        if (OptionalText(name) is not { } text)
            return fallback;
        var unit = text.Length == 0 ? ' ' : text[^1];
        var seconds = unit switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 };
        return seconds > 0 && decimal.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * seconds <= 3650 * 86400
            ? TimeSpan.FromSeconds((double)(number * seconds))
            : throw Problem(name, $"'{name}' must be a span of time up to 3650d, such as 90s, 15m, 4h or 2.5d, not '{text}'.");
    }

    /// <summary>One of the values of an enumeration, written in lower case with hyphens.</summary>
    public T Choice<T>(string name, T fallback)
        where T : struct, Enum
    {
        if (OptionalText(name) is not { } text)
            return fallback;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Hyphenated(value.ToString()) == text)
                return value;
        }

        var known = string.Join(", ", Enum.GetNames<T>().Select(Hyphenated));
        throw Problem(name, $"'{name}' must be one of {known}, not '{text}'.");
    }

    /// <summary>A list of texts; a single value counts as a list of one; absent as none.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) switch
    {
        null => [],
        YamlScalarNode scalar when IsNull(scalar) => [],
        YamlScalarNode scalar => [scalar.Value ?? ""],
        YamlSequenceNode list => [.. list.Children.Select(item => item is YamlScalarNode { Value: { } text }
            ? text
            : throw new FixtureException(file, item.Start.Line, $"'{name}' must be a list of texts."))],
        var other => throw new FixtureException(file, other.Start.Line, $"'{name}' must be a list of texts."),
    };

    public IReadOnlyList<YamlMap> Maps(string name) => Find(name) switch
    {
        null => [],
        YamlSequenceNode list => Items(file, list),
        var other => throw new FixtureException(file, other.Start.Line, $"'{name}' must be a list."),
    };

    public YamlMap Map(string name) => OptionalMap(name) ?? throw Problem($"'{name}' is missing.");

    public YamlMap? OptionalMap(string name) => Find(name) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(file, map),
        var other => throw new FixtureException(file, other.Start.Line, $"'{name}' must be a mapping (name: value)."),
    };

    /// <summary>Refuses names that nobody asked for: they are misspelt or in the wrong place.</summary>
    public void RefuseOthers()
    {
        foreach (var key in node.Children.Keys.OfType<YamlScalarNode>())
        {
            if (!asked.Contains(key.Value ?? ""))
                throw new FixtureException(file, key.Start.Line, $"'{key.Value}' is not known here; {(asked.Count == 0 ? "nothing is" : $"known are {string.Join(", ", asked.Order())}")}.");
        }
    }

    public FixtureException Problem(string problem) => new(file, Line, problem);

    public FixtureException Problem(string name, string problem) => new(file, Find(name)?.Start.Line ?? Line, problem);

    static string Hyphenated(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    static bool IsNull(YamlScalarNode scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is (null or "" or "~" or "null");

    YamlNode? Find(string name)
    {
        asked.Add(name);
        return node.Children.TryGetValue(new YamlScalarNode(name), out var found) ? found : null;
    }
}
