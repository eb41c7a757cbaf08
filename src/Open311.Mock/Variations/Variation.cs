using Open311.Mock.Alterations;
using Open311.Mock.Fixtures;

namespace Open311.Mock.Variations;

/// <summary>A freedom of the specification that a correct city may take. Read from <c>fixtures/variations/*.yaml</c>.</summary>
public sealed record Variation
{
    readonly IReadOnlyList<YamlMap> changes;

    internal Variation(YamlMap map)
    {
        Id = map.Text("id");
        Title = map.Text("title");
        Lawful = map.Text("lawful");
        Requirements = map.Texts("requirements");
        Warns = map.Texts("warns");
        City = map.OptionalText("city");
        changes = map.Maps("change");
        Source = $"{map.File}:{map.Line}";
        if (changes.Count == 0)
            throw map.Problem("change", $"The variation '{Id}' changes nothing.");
        AlterationReader.Read(changes);
        map.RefuseOthers();
    }

    /// <summary>Stable and greppable, such as <c>ids-as-numbers</c>.</summary>
    public string Id { get; }

    /// <summary>One sentence: what the city does otherwise.</summary>
    public string Title { get; }

    /// <summary>One sentence: why that is allowed, with the clause.</summary>
    public string Lawful { get; }

    /// <summary>Ids of the requirements whose reading allows it.</summary>
    public IReadOnlyList<string> Requirements { get; }

    /// <summary>Ids of the requirements that may warn; nothing may fail.</summary>
    public IReadOnlyList<string> Warns { get; }

    /// <summary>The embedded city it shows in; null for the default city.</summary>
    public string? City { get; }

    /// <summary>File and line.</summary>
    public string Source { get; }

    /// <summary>Fresh alterations, since some count what they see.</summary>
    internal IReadOnlyList<Alteration> Alterations() => AlterationReader.Read(changes);
}
