using Open311.Conformance.Findings;

namespace Open311.Conformance.Shapes;

/// <summary>What a shape says of one field.</summary>
public sealed record Field
{
    /// <summary>The element or member name.</summary>
    public required string Name { get; init; }

    /// <summary>What its value is.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>The requirement that says it is there; null when nothing does.</summary>
    public string? Presence { get; init; }

    /// <summary>The verdict on an absent field.</summary>
    public Verdict Absent { get; init; } = Verdict.Pass;

    /// <summary>The verdict on a field that is there without a value.</summary>
    public Verdict Empty { get; init; } = Verdict.Pass;

    /// <summary>The requirement on the value, checked by kind.</summary>
    public string? Value { get; init; }

    /// <summary>The requirement on a date's zone.</summary>
    public string? Zone { get; init; }

    /// <summary>The requirement on the JSON type.</summary>
    public string? Json { get; init; }

    /// <summary>The requirement that values are unique within the list.</summary>
    public string? Unique { get; init; }

    /// <summary>The words allowed, for <see cref="FieldKind.Word"/>.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Longest text in Unicode code points; 0 for no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>The requirement on the length.</summary>
    public string? Length { get; init; }

    /// <summary>The requirement against markup in text.</summary>
    public string? NoMarkup { get; init; }

    /// <summary>Another field whose value <see cref="SofterValue"/> makes the lack of this field a warning.</summary>
    public string? SofterWhen { get; init; }

    /// <summary>That value.</summary>
    public string? SofterValue { get; init; }

    /// <summary>Whether that holds for an empty field only, not for an absent one.</summary>
    public bool SofterOnlyWhenEmpty { get; init; }

    /// <summary>Another field that may stand in for this one, with a warning.</summary>
    public string? Substitute { get; init; }

    /// <summary>The name of an item, for <see cref="FieldKind.List"/>.</summary>
    public string? Item { get; init; }

    /// <summary>The fields of an item; empty when items are plain text.</summary>
    public IReadOnlyList<Field> Fields { get; init; } = [];

    /// <summary>The kind of an item that is plain text.</summary>
    public FieldKind ItemKind { get; init; } = FieldKind.Text;

    /// <summary>The requirement on the structure of the list.</summary>
    public string? Structure { get; init; }

    /// <summary>Named rules over each item.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];
}
