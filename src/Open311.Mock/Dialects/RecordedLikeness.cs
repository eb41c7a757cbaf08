using Open311.Mock.Fixtures;

namespace Open311.Mock.Dialects;

/// <summary>How the recorded answers of the real program, where there are some, differ from what the dialect lists; each difference with its reason.</summary>
public sealed record RecordedLikeness
{
    internal RecordedLikeness(YamlMap map)
    {
        Server = map.Text("server");
        Unseen = [.. map.Maps("unseen").Select(m => new ExplainedDifference(m))];
        Besides = [.. map.Maps("besides").Select(m => new ExplainedDifference(m))];
        map.RefuseOthers();
    }

    /// <summary>The folder of the corpus that holds them.</summary>
    public string Server { get; }

    /// <summary>What the dialect lists and the recorded answers do not show.</summary>
    public IReadOnlyList<ExplainedDifference> Unseen { get; }

    /// <summary>What the recorded answers show and the dialect does not list.</summary>
    public IReadOnlyList<ExplainedDifference> Besides { get; }
}
