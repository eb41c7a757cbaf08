using Open311.Mock.Alterations;
using Open311.Mock.Fixtures;

namespace Open311.Mock.Faults;

/// <summary>One deliberate defect of a city, and what must notice it. Read from <c>fixtures/faults/*.yaml</c>.</summary>
public sealed record Fault
{
    readonly IReadOnlyList<YamlMap> changes;

    internal Fault(YamlMap map)
    {
        Id = map.Text("id");
        Title = map.Text("title");
        Requirements = map.Texts("requirements");
        Follows = map.Texts("follows");
        Needs = map.Texts("needs");
        Subtle = map.Flag("subtle", false);
        City = map.OptionalText("city");
        changes = map.Maps("change");
        Source = $"{map.File}:{map.Line}";
        if (Requirements.Count == 0)
            throw map.Problem("requirements", $"The fault '{Id}' must name the requirements it violates.");
        if (changes.Count == 0)
            throw map.Problem("change", $"The fault '{Id}' changes nothing.");
        AlterationReader.Read(changes);
        map.RefuseOthers();
    }

    /// <summary>Stable and greppable, such as <c>requests-status-capitalised</c>.</summary>
    public string Id { get; }

    /// <summary>One sentence: what the city does wrong.</summary>
    public string Title { get; }

    /// <summary>Ids of the requirements it violates, and a suite must name.</summary>
    public IReadOnlyList<string> Requirements { get; }

    /// <summary>Ids of further requirements that it violates, too.</summary>
    public IReadOnlyList<string> Follows { get; }

    /// <summary>What a run needs to be able to see it, such as <c>json</c>, <c>discovery</c>, <c>multi-jurisdiction</c>, <c>key</c>, <c>writes</c>, <c>time</c> that passes between two looks, or <c>large-city</c> for more requests than a short run has.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>Whether a check that is not careful misses it.</summary>
    public bool Subtle { get; }

    /// <summary>The embedded city it shows in; null for the default city.</summary>
    public string? City { get; }

    /// <summary>Whether the defect is one of the connection, so that it shows in full only on a real one.</summary>
    public bool OnConnection => changes.Any(c => c.Has("framing"));

    /// <summary>File and line.</summary>
    public string Source { get; }

    /// <summary>Fresh alterations, since some count what they see.</summary>
    internal IReadOnlyList<Alteration> Alterations() => AlterationReader.Read(changes);
}
