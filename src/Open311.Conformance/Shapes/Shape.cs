using Open311.Conformance.Asking;

namespace Open311.Conformance.Shapes;

/// <summary>The shape of one resource (see <c>fixtures/shapes</c>): its root, its items, and their fields with the requirement behind each.</summary>
public sealed record Shape
{
    /// <summary>Name of the shape.</summary>
    public required string Name { get; init; }

    /// <summary>The resources that have it.</summary>
    public required IReadOnlyList<ResourceKind> Resources { get; init; }

    /// <summary>The XML root element, which JSON drops.</summary>
    public required string Root { get; init; }

    /// <summary>The element name of an item; null when the resource is one object.</summary>
    public string? Item { get; init; }

    /// <summary>Whether this is the shape of refusals.</summary>
    public bool Errors { get; init; }

    /// <summary>Requirement on the XML root.</summary>
    public required string XmlRoot { get; init; }

    /// <summary>Requirement on item elements.</summary>
    public required string XmlItem { get; init; }

    /// <summary>A second requirement that any departure from the XML structure violates; null for none.</summary>
    public string? XmlAlso { get; init; }

    /// <summary>Requirement on the JSON top level.</summary>
    public required string JsonTop { get; init; }

    /// <summary>Requirements behind the rules that hold for every element and member, whatever its name.</summary>
    public required GenericRequirements Generic { get; init; }

    /// <summary>The fields of the object, or of an item.</summary>
    public required IReadOnlyList<Field> Fields { get; init; }

    /// <summary>Named rules over each item.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>For a single resource: the requirements that are reported under <see cref="FoldedInto"/> instead.</summary>
    public IReadOnlyList<string> Folded { get; init; } = [];

    /// <summary>The one requirement that stands for the folded ones.</summary>
    public string? FoldedInto { get; init; }

    /// <summary>The shape whose fields this one borrows.</summary>
    public string? FieldsOf { get; init; }
}
