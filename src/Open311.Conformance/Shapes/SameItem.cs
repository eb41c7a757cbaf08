using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>Whether two items say the same, wherever they stand: names, kinds, texts, attributes and children in their order.</summary>
sealed class SameItem : IEqualityComparer<Node>
{
    // The fields that tell requests and services apart come first in every list seen.
    const int Telling = 4;

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
        var hash = new HashCode();
        hash.Add(item.Children.Count);
        for (var i = 0; i < Math.Min(Telling, item.Children.Count); i++)
            hash.Add(item.Children[i].RawText);
        return hash.ToHashCode();
    }
}
