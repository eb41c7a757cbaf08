using System.Collections.Concurrent;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>
/// The items that were judged and found flawless. The lists of a run hold the same requests again and again; what was said of one is said
/// again of its equal, without another look. Items with anything else than passes are judged wherever they stand, for their place matters.
/// </summary>
sealed class CleanItems
{
    // An item holds on to its whole document, so the documents of a hostile target must not all be held.
    const int Room = 200_000;

    readonly ConcurrentDictionary<Node, IReadOnlyList<(string Requirement, string Message)>> known = new(SameItem.Comparer);
    readonly Lock gate = new();
    readonly HashSet<Document> held = [];
    int nodes;

    /// <summary>What an equal item passed; null when none was seen.</summary>
    public IReadOnlyList<(string Requirement, string Message)>? Find(Node item) => known.GetValueOrDefault(item);

    /// <summary>Keeps a flawless item, while there is room for its document.</summary>
    public void Keep(Document document, Node item, IReadOnlyList<(string Requirement, string Message)> passes)
    {
        lock (gate)
        {
            if (!held.Contains(document))
            {
                if (nodes + document.Nodes > Room)
                    return;
                nodes += document.Nodes;
                held.Add(document);
            }
        }

        known.TryAdd(item, passes);
    }
}
