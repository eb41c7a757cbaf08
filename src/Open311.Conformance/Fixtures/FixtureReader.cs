using System.Globalization;

namespace Open311.Conformance.Fixtures;

/// <summary>
/// Reads one mapping of a fixture field by field. What is missing, of the wrong kind, misspelled or not asked for is
/// refused with file, line and what was expected: call <see cref="Close"/> when every field has been asked for.
/// </summary>
public sealed class FixtureReader
{
    readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>Starts to read a mapping.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="what">What it describes, with its article, such as <c>a requirement</c>.</param>
    /// <exception cref="FixtureException">It is not a mapping.</exception>
    public FixtureReader(FixtureNode node, string what)
    {
        if (node.Kind != FixtureKind.Mapping)
            throw node.Refuse($"this is {node.Describe()}, expected {what} as a mapping of fields");
        Node = node;
        Subject = what;
    }

    /// <summary>The mapping.</summary>
    public FixtureNode Node { get; }

    /// <summary>What messages call it: set it to the id as soon as that is known.</summary>
    public string Subject { get; set; }

    /// <summary>The keys of the mapping in the order of the file, for mappings whose keys are data.</summary>
    public IEnumerable<string> Keys => Node.Fields.Select(pair => pair.Key);

    /// <summary>Starts to read each item of a list of mappings.</summary>
    /// <param name="list">The list, such as the root of a file.</param>
    /// <param name="what">What an item describes, with its article.</param>
    /// <exception cref="FixtureException">It is not a list, it is empty, or an item is not a mapping.</exception>
    public static IReadOnlyList<FixtureReader> Each(FixtureNode list, string what)
    {
        if (list.Kind != FixtureKind.Sequence)
            throw list.Refuse($"this is {list.Describe()}, expected a list in which each item is {what}");
        if (list.Items.Count == 0)
            throw list.Refuse($"the list is empty, expected at least {what}");
        return [.. list.Items.Select(item => new FixtureReader(item, what))];
    }

    /// <summary>Whether the key is given; asks for it.</summary>
    public bool Has(string key) => Find(key) is not null;

    /// <summary>The node of a key that must be there.</summary>
    public FixtureNode Required(string key) => Find(key)?.Value ?? throw Missing(key);

    /// <summary>The node of a key, or null.</summary>
    public FixtureNode? Optional(string key) => Find(key)?.Value;

    /// <summary>A text that must be there and not be blank.</summary>
    public string Text(string key) => TextOf(key, Required(key));

    /// <summary>A text that is not blank, or null when the key is absent.</summary>
    public string? TextOrNull(string key) => Optional(key) is { } node ? TextOf(key, node) : null;

    /// <summary>A list of texts, none blank, none twice; a list that must be there and have an item.</summary>
    public IReadOnlyList<string> Texts(string key) => TextsOf(key, Required(key));

    /// <summary>A list of texts as in <see cref="Texts"/>, or empty when the key is absent.</summary>
    public IReadOnlyList<string> TextsOrEmpty(string key) => Optional(key) is { } node ? TextsOf(key, node) : [];

    /// <summary>A <c>true</c> or <c>false</c> that must be there.</summary>
    public bool Flag(string key) => FlagOf(key, Required(key));

    /// <summary>A <c>true</c> or <c>false</c>, or what is to hold when the key is absent.</summary>
    public bool FlagOr(string key, bool absent) => Optional(key) is { } node ? FlagOf(key, node) : absent;

    /// <summary>A whole number, or null when the key is absent.</summary>
    public int? NumberOrNull(string key)
    {
        if (Optional(key) is not { } node)
            return null;
        return node is { Kind: FixtureKind.Scalar, Plain: true } && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refuse(node, $"{key} is {node.Describe()}, expected a whole number");
    }

    /// <summary>A member of an enumeration, written in lower case with dashes (<c>not-applicable</c>).</summary>
    public T Choice<T>(string key) where T : struct, Enum
    {
        var node = Required(key);
        var values = Enum.GetValues<T>();
        foreach (var value in values)
        {
            if (node.Kind == FixtureKind.Scalar && node.Text == Word(value))
                return value;
        }

        throw Refuse(node, $"{key} is {node.Describe()}, expected {Spelling.Choice([.. values.Select(Word)])}");
    }

    /// <summary>One of the given words, or null when the key is absent.</summary>
    public string? OneOfOrNull(string key, params IReadOnlyList<string> words)
    {
        if (Optional(key) is not { } node)
            return null;
        return node.Kind == FixtureKind.Scalar && words.Contains(node.Text)
            ? node.Text
            : throw Refuse(node, $"{key} is {node.Describe()}, expected {Spelling.Choice(words)}");
    }

    /// <summary>The reader of a mapping inside this one, or null when the key is absent.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="what">What it describes, with its article.</param>
    public FixtureReader? MappingOrNull(string key, string what) =>
        Optional(key) is { } node ? new FixtureReader(node, what) { Subject = Subject } : null;

    /// <summary>Readers of a list of mappings inside this one; empty when the key is absent.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="what">What an item describes, with its article.</param>
    public IReadOnlyList<FixtureReader> MappingsOrEmpty(string key, string what) => Optional(key) is { } node ? Each(node, what) : [];

    /// <summary>Refuses keys nobody asked for.</summary>
    /// <exception cref="FixtureException">There is one.</exception>
    public void Close()
    {
        foreach (var field in Node.Fields)
        {
            if (!asked.Contains(field.Key))
                throw Refuse(field.KeyNode, $"'{field.Key}' is not a known key{Hint(field.Key)}");
        }
    }

    /// <summary>The exception that refuses a node of this mapping, naming the subject.</summary>
    /// <param name="node">Where it is wrong.</param>
    /// <param name="problem">What is wrong, what was expected.</param>
    public FixtureException Refuse(FixtureNode node, string problem) => node.Refuse($"{Subject}: {problem}");

    FixtureField? Find(string key)
    {
        asked.Add(key);
        foreach (var field in Node.Fields)
        {
            if (field.Key == key)
                return field;
        }

        return null;
    }

    FixtureException Missing(string key)
    {
        var near = Spelling.Nearest(key, Keys.Where(k => !asked.Contains(k)), 1, Math.Max(1, key.Length / 3));
        return Refuse(Node, near is [var meant] ? $"'{key}' is missing; is '{meant}' a misspelling of it?" : $"'{key}' is missing");
    }

    string Hint(string key)
    {
        var suggestion = Spelling.Suggest(key, asked);
        return suggestion.Length > 0 ? suggestion : $", expected one of {string.Join(", ", asked)}";
    }

    string TextOf(string key, FixtureNode node)
    {
        if (node.Kind != FixtureKind.Scalar)
            throw Refuse(node, $"{key} is {node.Describe()}, expected a text");
        var text = node.Text.Trim();
        return text.Length > 0 && !node.IsNull ? text : throw Refuse(node, $"{key} is empty, expected a text");
    }

    List<string> TextsOf(string key, FixtureNode node)
    {
        if (node.Kind != FixtureKind.Sequence)
            throw Refuse(node, $"{key} is {node.Describe()}, expected a list of texts");
        if (node.Items.Count == 0)
            throw Refuse(node, $"{key} is an empty list, expected at least one text");
        var texts = new List<string>(node.Items.Count);
        foreach (var item in node.Items)
        {
            var text = TextOf($"an item of {key}", item);
            if (texts.Contains(text))
                throw Refuse(item, $"{key} names '{text}' twice");
            texts.Add(text);
        }

        return texts;
    }

    bool FlagOf(string key, FixtureNode node) => node is { Kind: FixtureKind.Scalar, Plain: true, Text: "true" or "false" }
        ? node.Text == "true"
        : throw Refuse(node, $"{key} is {node.Describe()}, expected true or false");

    static string Word<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
