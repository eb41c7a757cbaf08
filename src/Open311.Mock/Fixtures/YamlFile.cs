using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Open311.Mock.Fixtures;

/// <summary>Opens a YAML fixture so that every complaint can name file and line.</summary>
internal static class YamlFile
{
    /// <summary>The mapping that the file holds.</summary>
    public static YamlMap ReadMap(string file, string text) =>
        Root(file, text) is YamlMappingNode map
            ? new YamlMap(file, map)
            : throw new FixtureException(file, 1, "The file must hold a mapping (name: value).");

    /// <summary>The list of mappings that the file holds.</summary>
    public static IReadOnlyList<YamlMap> ReadList(string file, string text) =>
        Root(file, text) is YamlSequenceNode list
            ? YamlMap.Items(file, list)
            : throw new FixtureException(file, 1, "The file must hold a list (- id: ...).");

    static YamlNode Root(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new FixtureException(file, e.Start.Line, $"This is not YAML: {e.Message.TrimEnd('.')}.");
        }

        return stream.Documents.Count == 1
            ? stream.Documents[0].RootNode
            : throw new FixtureException(file, 1, $"The file must hold one YAML document and holds {stream.Documents.Count}.");
    }
}
