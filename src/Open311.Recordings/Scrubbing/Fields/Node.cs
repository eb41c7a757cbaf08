namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>An element, attribute, member, item or field of a body, with the stretches of text that its value is made of.</summary>
sealed class Node(string name, Node? parent)
{
    /// <summary>The name; empty for items of a JSON array and for the root of JSON.</summary>
    public string Name { get; } = name;

    public string Normal { get; } = FieldNames.Normal(name);

    public Node? Parent { get; } = parent;

    /// <summary>What pointers of the format put before the name: <c>/</c>, or <c>/@</c> for an XML attribute.</summary>
    public string Prefix { get; init; } = "/";

    public List<Node> Children { get; } = [];

    /// <summary>Where its own text stands: more than one stretch when markup stands between.</summary>
    public List<(int Start, int End)> Segments { get; } = [];

    /// <summary>Where the name of a JSON member stands.</summary>
    public (int Start, int End)? Key { get; set; }

    /// <summary>Whether the value is a number without quotes, which may not begin with a zero.</summary>
    public bool IsNumber { get; set; }

    /// <summary>Whether this is an array, whose items bear its name.</summary>
    public bool IsArray { get; init; }

    /// <summary>The name that tells what a value is: its own, or that of the array it is in.</summary>
    public Node Named
    {
        get
        {
            var node = this;
            while (node.Name.Length == 0 && node.Parent is { } parent)
                node = parent;
            return node;
        }
    }

    public Node? Child(string normal) => Children.Find(c => c.Normal == normal);

    public string Pointer()
    {
        var steps = new List<string>();
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Parent is null)
            {
                if (node.Name.Length > 0)
                    steps.Add(node.Prefix + node.Name);
                break;
            }

            var index = node.Name.Length == 0 ? node.Parent.Children.IndexOf(node).ToString(System.Globalization.CultureInfo.InvariantCulture)
                : node.Parent.Children.Count(c => c.Name == node.Name) > 1 && !node.Parent.IsJson ? $"{node.Name}[{node.Parent.Children.Where(c => c.Name == node.Name).ToList().IndexOf(node) + 1}]"
                : node.Name;
            steps.Add(node.Prefix + index);
        }

        steps.Reverse();
        return string.Concat(steps);
    }

    /// <summary>Whether it is part of a JSON document.</summary>
    public bool IsJson { get; init; }
}
