using Open311.Cli.Application;
using Open311.Cli.Consoles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Open311.Cli.Settings;

/// <summary>
/// A YAML file read by its events, so that nothing is built that the file may not hold: no anchors, no tags, no depth.
/// Values stay the texts that were written: a jurisdiction <c>0123</c> keeps its zero.
/// </summary>
/// <param name="name">As messages call it.</param>
internal sealed class YamlFile(string name)
{
    // Every level costs the parser more than the one before.
    const int Deepest = 20;

    /// <summary>Reads the one document of a file.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <param name="empty">What a file without content means.</param>
    /// <param name="read">Reads the root node.</param>
    /// <exception cref="UsageException">Something in it cannot be used, with its place.</exception>
    /// <exception cref="YamlException">It is not YAML.</exception>
    public T Read<T>(string yaml, T empty, Func<IParser, T> read)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            return ReadStream(parser, empty, read);
        }
        catch (InvalidOperationException)
        {
            // What YamlDotNet does where a flow sequence or mapping is broken in certain ways.
            var at = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(at, at, "A bracket, brace or quote is not closed, or stands where none may.");
        }
    }

    /// <summary>Refuses what is written at a place.</summary>
    public UsageException Refuse(ParsingEvent at, string sentence) => new($"{Place(at)}: {sentence}");

    /// <summary>Refuses anchors and tags.</summary>
    public void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
            throw Refuse(node, "Anchors and tags are not used here; write the value itself.");
    }

    /// <summary>Passes over a value and everything in it.</summary>
    /// <exception cref="UsageException">It is nested beyond what any file of ours holds.</exception>
    public void Skip(IParser parser)
    {
        var depth = 0;
        do
        {
            var passed = parser.Consume<ParsingEvent>();
            depth += passed.NestingIncrease;
            if (depth > Deepest)
                throw Refuse(passed, $"This is nested more than {Deepest} levels deep; such a file is not read.");
        }
        while (depth > 0);
    }

    /// <summary>Where something stands, as a message begins: <c>open311.yaml(3,10)</c>.</summary>
    public string Place(ParsingEvent at) => $"{name}({at.Start.Line},{at.Start.Column})";

    /// <summary>Whether a value is written as nothing.</summary>
    public static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null";

    T ReadStream<T>(Parser parser, T empty, Func<IParser, T> read)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return empty;
        parser.Consume<DocumentStart>();
        var result = empty;
        if (!parser.Accept<Scalar>(out var only) || only.Value.Length > 0)
            result = read(parser);
        else
            parser.MoveNext();
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            throw Refuse(second, "The file holds a second YAML document; expected one, so remove the '---' line.");
        return result;
    }

    /// <summary>The sentence for a file that is not YAML.</summary>
    public UsageException NotYaml(YamlException e) =>
        new($"{name}({e.Start.Line},{e.Start.Column}): This is not YAML: {Sentence(e.Message)} Correct it there; every line reads 'key: value'.");

    /// <summary>A message of others, as a sentence in one line.</summary>
    public static string Sentence(string message)
    {
        var line = Printable.Line(message.Trim());
        return line.EndsWith('.') || line.EndsWith('?') ? line : line + ".";
    }
}
