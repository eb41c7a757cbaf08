namespace Open311.Protocol.Writing;

/// <summary>What a resource says, before it is written in a format: the write side of the tree.</summary>
public abstract record Datum;

/// <summary>Named fields in order: an XML element with child elements, a JSON object.</summary>
/// <param name="Fields">Name and value of each field, in the order written.</param>
public sealed record DataObject(IReadOnlyList<KeyValuePair<string, Datum>> Fields) : Datum;

/// <summary>A list: an XML container whose children all bear <paramref name="ItemName"/>, a JSON array (Spark convention).</summary>
/// <param name="ItemName">The element name of an item in XML.</param>
/// <param name="Items">The items.</param>
public sealed record DataList(string ItemName, IReadOnlyList<Datum> Items) : Datum;

/// <summary>Text: an element's character data, a JSON string.</summary>
/// <param name="Value">Any text; characters that XML 1.0 forbids are replaced by U+FFFD in both formats alike.</param>
public sealed record DataText(string Value) : Datum;

/// <summary>A number, by its literal: <c>37.762221815</c>.</summary>
/// <param name="Literal">A literal of the JSON grammar.</param>
public sealed record DataNumber(string Literal) : Datum;

/// <summary>true or false: text in XML, a boolean in JSON.</summary>
/// <param name="Value">The value.</param>
public sealed record DataBoolean(bool Value) : Datum;

/// <summary>Nothing: an empty element, JSON null.</summary>
public sealed record DataNull : Datum
{
    /// <summary>The one instance needed.</summary>
    public static DataNull Instance { get; } = new();
}
