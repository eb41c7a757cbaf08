using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Open311.Acceptance.Tests.Pipelines;

/// <summary>The shell steps of <c>action.yml</c>, as a runner would run them.</summary>
static partial class PipelineSteps
{
    /// <summary>Each step that runs a script, with its variables.</summary>
    /// <param name="given">The inputs that a workflow gives; the others have their defaults.</param>
    public static IReadOnlyList<(string Name, string Script, IReadOnlyDictionary<string, string> Variables)> OfAction(IReadOnlyDictionary<string, string> given)
    {
        var action = Read("action.yml");
        var inputs = Map(action["inputs"]).ToDictionary(i => i.Key, i => given.TryGetValue(i.Key, out var value) ? value : Default(i.Value));
        given.Keys.Should().BeSubsetOf(inputs.Keys);
        return
        [
            .. ((YamlSequenceNode)action["runs"]["steps"]).Cast<YamlMappingNode>()
                .Where(step => step.Children.ContainsKey("run"))
                .Select(step => (Text(step["name"]), Text(step["run"]), (IReadOnlyDictionary<string, string>)Map(step["env"]).ToDictionary(e => e.Key, e => Resolve(Text(e.Value), inputs)))),
        ];
    }

    /// <summary>The script and the variables of GitLab's job.</summary>
    public static (string Script, IReadOnlyDictionary<string, string> Variables, YamlNode Job) OfGitLab()
    {
        var job = Read(Path.Combine("fixtures", "ci", "gitlab-ci.yml"))[".open311"];
        return (string.Join('\n', ((YamlSequenceNode)job["script"]).Select(Text)), Map(job["variables"]).ToDictionary(v => v.Key, v => Text(v.Value)), job);
    }

    public static YamlNode Read(string path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Repository.PathOf(path))));
        return stream.Documents[0].RootNode;
    }

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    static Dictionary<string, YamlNode> Map(YamlNode node) => ((YamlMappingNode)node).Children.ToDictionary(c => Text(c.Key), c => c.Value);

    static string Default(YamlNode input) => Map(input).TryGetValue("default", out var value) ? Text(value) : "";

    static string Resolve(string text, Dictionary<string, string> inputs) => Input().Replace(text, m => inputs[m.Groups[1].Value]);

    [GeneratedRegex(@"\$\{\{ inputs\.([a-z-]+) \}\}")]
    private static partial Regex Input();
}
