using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Open311.Conformance.Fixtures;

/// <summary>
/// Builds nodes from the parser's events. Anchors, aliases and tags are refused: they save typing, cost the reader, and
/// let a small file grow without bounds.
/// </summary>
sealed class FixtureTree
{
    const int MaxDepth = 24;

    readonly string file;
    readonly Parser parser;

    FixtureTree(string file, TextReader text)
    {
        this.file = file;
        parser = new Parser(text);
    }

    /// <summary>Reads the one document of a file.</summary>
    /// <exception cref="FixtureException">Not YAML, empty, several documents, or something that is not allowed here.</exception>
    public static FixtureNode Read(string file, TextReader text)
    {
        var tree = new FixtureTree(file, text);
        try
        {
            return tree.Document();
        }
        catch (YamlException broken)
        {
            throw new FixtureException(file, (int)broken.Start.Line, (int)broken.Start.Column, $"this is not valid YAML: {Lower(broken.Message)}", broken);
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner loses its footing on some damaged texts instead of reporting them.
            var near = tree.parser.Current?.End ?? Mark.Empty;
            throw new FixtureException(file, (int)near.Line, (int)near.Column, "this is not valid YAML: the text from here on cannot be understood", broken);
        }
    }

    FixtureNode Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            throw new FixtureException(file, 0, 0, "the file is empty, expected a YAML document");
        var root = Node(0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
            throw At(second, "a second document starts here, expected one document in a file");
        return root;
    }

    FixtureNode Node(int depth)
    {
        if (depth > MaxDepth)
            throw At(parser.Current!, $"this is nested more than {MaxDepth} levels deep");
        switch (parser.Current)
        {
            case Scalar scalar:
                Plainly(scalar);
                parser.MoveNext();
                return new FixtureNode(FixtureKind.Scalar, file, (int)scalar.Start.Line, (int)scalar.Start.Column)
                {
                    Text = scalar.Value,
                    Plain = scalar.Style == ScalarStyle.Plain,
                };
            case SequenceStart sequence:
                Plainly(sequence);
                parser.MoveNext();
                return new FixtureNode(FixtureKind.Sequence, file, (int)sequence.Start.Line, (int)sequence.Start.Column) { Items = Items(depth) };
            case MappingStart mapping:
                Plainly(mapping);
                parser.MoveNext();
                return new FixtureNode(FixtureKind.Mapping, file, (int)mapping.Start.Line, (int)mapping.Start.Column) { Fields = Fields(depth) };
            case var other:
                throw At(other!, "an alias stands here, expected the value itself (fixtures use no anchors)");
        }
    }

    List<FixtureNode> Items(int depth)
    {
        var items = new List<FixtureNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return items;
    }

    List<FixtureField> Fields(int depth)
    {
        var fields = new List<FixtureField>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            if (key.Kind != FixtureKind.Scalar || key.Text.Length == 0)
                throw key.Refuse($"a key is {key.Describe()}, expected a name");
            if (fields.Find(f => f.Key == key.Text) is { } first)
                throw key.Refuse($"'{key.Text}' is given twice, first in line {first.KeyNode.Line}");
            fields.Add(new FixtureField(key.Text, key, Node(depth + 1)));
        }

        return fields;
    }

    void Plainly(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            throw At(node, "an anchor stands here, expected the value itself (fixtures use no anchors)");
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            throw At(node, $"the tag {node.Tag.Value} stands here, expected the value itself (fixtures use no tags)");
    }

    FixtureException At(ParsingEvent place, string problem) => new(file, (int)place.Start.Line, (int)place.Start.Column, problem);

    static string Lower(string message) => message.Length == 0 ? "unreadable" : char.ToLowerInvariant(message[0]) + message[1..].TrimEnd('.');
}
