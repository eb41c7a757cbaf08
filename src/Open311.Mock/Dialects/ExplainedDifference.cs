using Open311.Mock.Fixtures;

namespace Open311.Mock.Dialects;

/// <summary>Requirements about which a dialect and recorded answers of the same program say different things, and why.</summary>
public sealed record ExplainedDifference
{
    internal ExplainedDifference(YamlMap map)
    {
        Requirements = map.Texts("requirements");
        Reason = map.Text("reason");
        if (Requirements.Count == 0)
            throw map.Problem("requirements", "A difference must name the requirements that it concerns.");
        map.RefuseOthers();
    }

    /// <summary>Ids of the requirements.</summary>
    public IReadOnlyList<string> Requirements { get; }

    /// <summary>Why, in a sentence.</summary>
    public string Reason { get; }
}
