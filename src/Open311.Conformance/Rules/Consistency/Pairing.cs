using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>Brings the items of two lists together by their identifiers.</summary>
/// <param name="Pairs">Items of both.</param>
/// <param name="OnlyXml">Items that JSON lacks.</param>
/// <param name="OnlyJson">Items that XML lacks.</param>
sealed record Pairing(IReadOnlyList<(Node Xml, Node Json)> Pairs, IReadOnlyList<Node> OnlyXml, IReadOnlyList<Node> OnlyJson)
{
    /// <summary>Pairs by the text of the identifier, then by its number, then, where identifiers are missing, by place.</summary>
    public static Pairing Of(IReadOnlyList<Node> xml, IReadOnlyList<Node> json, string identifier)
    {
        var pairs = new List<(Node, Node)>();
        var (left, right) = (xml, json);
        (left, right) = Match(pairs, left, right, n => n.Value(identifier));
        (left, right) = Match(pairs, left, right, n => n.Value(identifier) is { } text ? Values.Bare(text) : null);

        // An identifier that is missing or renamed leaves equally many on both sides; that is told as one difference, not as two lists of strangers.
        var nameless = left.Count(n => n.Value(identifier) is null) + right.Count(n => n.Value(identifier) is null);
        if (left.Count == right.Count && nameless >= left.Count)
        {
            pairs.AddRange(left.Zip(right));
            (left, right) = ([], []);
        }

        return new(pairs, left, right);
    }

    static (IReadOnlyList<Node> Left, IReadOnlyList<Node> Right) Match(List<(Node, Node)> pairs, IReadOnlyList<Node> left, IReadOnlyList<Node> right, Func<Node, string?> key)
    {
        var waiting = right.Where(n => key(n) is not null).GroupBy(n => key(n)!).ToDictionary(g => g.Key, g => new Queue<Node>(g), StringComparer.Ordinal);
        var taken = new HashSet<Node>();
        var rest = new List<Node>();
        foreach (var node in left)
        {
            if (key(node) is { } text && waiting.TryGetValue(text, out var queue) && queue.TryDequeue(out var twin))
            {
                pairs.Add((node, twin));
                taken.Add(twin);
            }
            else
            {
                rest.Add(node);
            }
        }

        return (rest, [.. right.Where(n => !taken.Contains(n))]);
    }
}
