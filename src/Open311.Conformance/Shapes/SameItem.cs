using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>Whether two items say the same, wherever they stand: names, kinds, texts, attributes and children in their order.</summary>
sealed class SameItem : IEqualityComparer<Node>
{
    public static SameItem Comparer { get; } = new();

    public bool Equals(Node? x, Node? y)
    {
        if (ReferenceEquals(x, y))
            return true;
        if (x is null || y is null || x.Raw != y.Raw || x.Name != y.Name || x.RawText != y.RawText || x.Prefix != y.Prefix
            || x.NamespaceUri != y.NamespaceUri || x.Children.Count != y.Children.Count || !x.Attributes.SequenceEqual(y.Attributes))
            return false;
        for (var i = 0; i < x.Children.Count; i++)
        {
            if (!Equals(x.Children[i], y.Children[i]))
                return false;
        }

        return true;
    }

    public int GetHashCode(Node item)
    {
        // Fields may come in any order, so no few of them tell items apart.
        var hash = new HashCode();
        foreach (var child in item.Children)
            hash.Add(child.RawText);
        return hash.ToHashCode();
    }
}
