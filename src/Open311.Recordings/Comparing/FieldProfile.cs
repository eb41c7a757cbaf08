using Open311.Protocol.Dates;
using Open311.Protocol.Documents;

namespace Open311.Recordings.Comparing;

/// <summary>Which fields the items of a resource have, how often, and of what kind their values are.</summary>
sealed class FieldProfile
{
    readonly Dictionary<string, Field> fields = new(StringComparer.Ordinal);

    /// <summary>How many items were looked at.</summary>
    public int Items { get; private set; }

    /// <summary>How many answers there were, whatever they hold.</summary>
    public int Answers { get; set; }

    /// <summary>Whether a body could not be read in its format.</summary>
    public bool Unreadable { get; set; }

    public IReadOnlyDictionary<string, Field> Fields => fields;

    public void Add(IReadOnlyList<Node> items)
    {
        foreach (var item in items)
        {
            Items++;
            foreach (var child in item.Children.DistinctBy(c => c.Name))
            {
                var field = fields.TryGetValue(child.Name, out var known) ? known : fields[child.Name] = new Field();
                field.Count++;
                if (Kind(child) is { } kind)
                    field.Kinds.Add(kind);
            }
        }
    }

    static string? Kind(Node node) => node.Raw switch
    {
        RawKind.JsonNull => null,
        _ when node.IsEmpty => null,
        RawKind.JsonObject => "object",
        RawKind.JsonArray => "array",
        RawKind.JsonNumber => "number",
        RawKind.JsonBoolean => "boolean",
        _ when node.Children.Count > 0 => "element with children",
        _ when node.Name.EndsWith("_datetime", StringComparison.Ordinal) => Date(node.Text),
        _ when node.Name is "status" => node.Text is "open" or "closed" ? "open or closed" : "another word than open and closed",
        RawKind.JsonString => "string",
        _ => "text",
    };

    static string Date(string text) => !W3CDateTime.TryRead(text, out _) || text.Length < 11 ? "no date and time"
        : text[^1] is 'Z' or 'z' || text.LastIndexOfAny(['+', '-']) > 10 ? "date with zone" : "date without zone";

    public sealed class Field
    {
        public int Count { get; set; }

        public SortedSet<string> Kinds { get; } = new(StringComparer.Ordinal);
    }
}
