namespace Open311.Mock.Cities;

/// <summary>One attribute of a service definition.</summary>
/// <param name="Code">Unique within the definition.</param>
/// <param name="Datatype">One of the six of the specification.</param>
/// <param name="Description">The question put to the resident, or the text shown.</param>
/// <param name="Variable">False for a text that is only shown.</param>
/// <param name="Required">Whether a POST must answer it.</param>
/// <param name="DatatypeDescription">A hint on what to enter, possibly empty.</param>
/// <param name="Order">From 1, unique within the definition.</param>
/// <param name="Values">What a list offers; empty for other datatypes.</param>
public sealed record ServiceAttribute(
    string Code,
    string Datatype,
    string Description,
    bool Variable,
    bool Required,
    string DatatypeDescription,
    int Order,
    IReadOnlyList<AttributeValue> Values)
{
    /// <summary>The datatypes of the specification.</summary>
    public static IReadOnlyList<string> Datatypes { get; } = ["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"];

    /// <summary>Whether it offers values to choose from.</summary>
    public bool IsList => Datatype.EndsWith("list", StringComparison.Ordinal);
}
