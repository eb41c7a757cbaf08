using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>Checks a present, non-empty, single value of one kind.</summary>
interface IValueCheck
{
    FieldKind Kind { get; }

    /// <param name="context">The document.</param>
    /// <param name="field">The field, which names the requirements.</param>
    /// <param name="value">The value's node.</param>
    void Check(ShapeContext context, Field field, Node value);
}
