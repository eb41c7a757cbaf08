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
        Withholds = map.Texts("withholds");
        Needs = map.Texts("needs");
        City = map.OptionalText("city");
        changes = map.Maps("change");
        Source = $"{map.File}:{map.Line}";
        Touches = [.. changes.SelectMany(Touched).Distinct()];
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

    /// <summary>Names of the conformance classes that cannot be tested with it.</summary>
    public IReadOnlyList<string> Withholds { get; }

    /// <summary>What a run needs to be able to see it: <c>large-city</c>, or <c>coding</c> for asking with Accept-Encoding.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>The embedded city it shows in; null for the default city.</summary>
    public string? City { get; }

    /// <summary>File and line.</summary>
    public string Source { get; }

    /// <summary>What it changes: two variations that touch the same thing cannot be taken together.</summary>
    internal IReadOnlyList<string> Touches { get; }

    /// <summary>Fresh alterations, since some count what they see.</summary>
    internal IReadOnlyList<Alteration> Alterations() => AlterationReader.Read(changes);

    static IEnumerable<string> Touched(YamlMap change)
    {
        var name = change.Names.First();
        var map = change.Map(name);
        return name switch
        {
            "rules" => map.Names.Select(n => $"{name}:{n}"),
            // What is written otherwise in the middle of texts does not go together: a comment in a CDATA section is text.
            "style" => map.Names.Select(n => n is "cdata" or "escape_non_ascii" ? "text" : $"{name}:{n}"),
            "replace" when !map.Text("pattern").StartsWith('^') => ["text"],
            "header" => [$"header:{map.Text("name")}"],
            "edit-field" or "date-form" => map.Texts("field").Select(f => $"value:{f}"),
            "replace" => [$"replace:{map.Text("pattern")}"],
            "body" => [$"body:{map.OptionalText("format")}"],
            "add-item" => [$"add-item:{map.OptionalText("list")}"],
            _ => [name],
        };
    }
}
