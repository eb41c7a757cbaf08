using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>Logic over the items of a document that fields alone cannot say. A shape names it under <c>rules:</c>.</summary>
public interface IItemsRule
{
    /// <summary>The name shapes use, in kebab case.</summary>
    string Name { get; }

    /// <summary>The requirements it observes.</summary>
    IReadOnlyList<string> Requirements { get; }

    /// <summary>Looks at the items of one document.</summary>
    void Judge(ShapeContext context, IReadOnlyList<Node> items);
}
