namespace Open311.Protocol.Documents;

/// <summary>Finds the XPath or JSON pointer (RFC 6901) of a node from its ancestors.</summary>
static class NodePointer
{
    // A step is repeated in the pointer of every descendant, so a name of megabytes must not be.
    const int LongestStep = 128;

    public static string Of(Node node)
    {
        var pending = new Stack<Node>();
        for (var n = node; n is not null; n = n.Parent)
            pending.Push(n);

        var pointer = "";
        foreach (var n in pending)
            pointer += Step(n);

        return pointer;
    }

    public static int[] NumberRepeats(IReadOnlyList<Node> siblings)
    {
        var first = new Dictionary<(string, string), int>(siblings.Count);
        var ordinals = new int[siblings.Count];
        var counts = new int[siblings.Count];
        for (var i = 0; i < siblings.Count; i++)
        {
            var name = (siblings[i].Prefix, siblings[i].Name);
            if (first.TryAdd(name, i))
            {
                counts[i] = 1;
                continue;
            }

            var start = first[name];
            ordinals[start] = 1;
            ordinals[i] = ++counts[start];
        }

        return ordinals;
    }

    static string Step(Node node) => node.Raw == RawKind.XmlElement ? ElementStep(node) : JsonStep(node);

    static string ElementStep(Node node)
    {
        var name = Shorten(node.Prefix.Length == 0 ? node.Name : $"{node.Prefix}:{node.Name}");
        var ordinal = node.Parent?.Ordinals[node.Index] ?? 0;
        return ordinal == 0 ? $"/{name}" : $"/{name}[{ordinal}]";
    }

    static string JsonStep(Node node) => node.Parent?.Raw switch
    {
        null => "",
        RawKind.JsonArray => $"/{node.Index}",
        _ => "/" + Shorten(node.Name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
    };

    static string Shorten(string name) => name.Length <= LongestStep ? name : string.Concat(name.AsSpan(0, LongestStep - 1), "…");
}
