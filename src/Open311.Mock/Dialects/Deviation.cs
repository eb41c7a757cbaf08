using Open311.Mock.Alterations;
using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Mock.Variations;

namespace Open311.Mock.Dialects;

/// <summary>One way in which a family of servers differs from the specification, or uses its freedom.</summary>
public sealed record Deviation
{
    readonly Func<IReadOnlyList<Alteration>> alterations;

    internal Deviation(YamlMap map, FaultCatalog faults, VariationCatalog variations)
    {
        Source = $"{map.File}:{map.Line}";
        var fault = Known(map, "fault", id => faults.All.FirstOrDefault(f => f.Id == id));
        var variation = Known(map, "variation", id => variations.All.FirstOrDefault(v => v.Id == id));
        var changes = map.Maps("change");
        if (new[] { fault is not null, variation is not null, map.Has("change") }.Count(given => given) != 1)
            throw map.Problem("A deviation must have one of 'fault', 'variation' and 'change'.");
        AlterationReader.Read(changes);
        Title = map.OptionalText("title") ?? fault?.Title ?? variation?.Title ?? map.Text("title");
        Requirements = map.Has("requirements") ? map.Texts("requirements") : fault?.Requirements ?? [];
        Warns = map.Has("warns") ? map.Texts("warns") : variation?.Warns ?? [];
        Extension = map.OptionalText("extension");
        Ready = map.OptionalText("ready");
        Evidence = map.OptionalText("evidence") ?? "";
        alterations = () => fault?.Alterations() ?? variation?.Alterations() ?? AlterationReader.Read(changes);
        if (Requirements.Count + Warns.Count == 0 && variation is null && Extension is null)
            throw map.Problem("A deviation must name the 'requirements' it breaks, those that 'warns', or the 'extension' it is.");
        map.RefuseOthers();
    }

    /// <summary>One sentence: what such a server does.</summary>
    public string Title { get; }

    /// <summary>Ids of the requirements that it breaks: the suite fails each.</summary>
    public IReadOnlyList<string> Requirements { get; }

    /// <summary>Ids of the requirements that the suite warns of.</summary>
    public IReadOnlyList<string> Warns { get; }

    /// <summary>The extension that it is; null where it is none.</summary>
    public string? Extension { get; }

    /// <summary>What a client must be ready for, as a sentence; null where the title says it.</summary>
    public string? Ready { get; }

    /// <summary>Where it was seen: recorded, run, read in the source, documented, or reported by others.</summary>
    public string Evidence { get; }

    /// <summary>File and line.</summary>
    public string Source { get; }

    /// <summary>Fresh alterations, since some count what they see.</summary>
    internal IReadOnlyList<Alteration> Alterations() => alterations();

    static T? Known<T>(YamlMap map, string name, Func<string, T?> find)
        where T : class => map.OptionalText(name) is { } id
            ? find(id) ?? throw map.Problem(name, $"There is no {name} '{id}'.")
            : null;
}
