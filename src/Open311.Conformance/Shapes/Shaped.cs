using Open311.Conformance.Judging;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>A document seen through a shape, after coercion.</summary>
/// <param name="Items">The items of a list, or the one object.</param>
/// <param name="Deviations">What had to be coerced.</param>
/// <param name="Recognised">Whether the document is of that shape at all; if not, nothing below its root can be judged.</param>
public sealed record Shaped(IReadOnlyList<Node> Items, IReadOnlyList<StructureDeviation> Deviations, bool Recognised)
{
    IReadOnlyList<RequestItem>? requests;

    /// <summary>The items as service requests: read once, since many cases look at the same list.</summary>
    public IReadOnlyList<RequestItem> Requests => requests ??= [.. Items.Select(n => new RequestItem(n))];
}
