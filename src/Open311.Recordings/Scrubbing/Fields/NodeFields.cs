using Open311.Recordings.Scrubbing.Texts;

namespace Open311.Recordings.Scrubbing.Fields;

/// <summary>Says of each value of a document what it tells, from its name and from what stands beside it.</summary>
sealed class NodeFields(string text, FieldKeeper keeper)
{
    static readonly HashSet<string> marksOfRequest = ["servicerequestid", "requesteddatetime", "status", "token", "address", "lat", "long", "accountid", "email", "firstname"];
    static readonly HashSet<string> labels = ["code", "name", "label", "question", "key", "attribute", "field", "fieldname"];
    static readonly HashSet<string> answers = ["value", "values", "answer", "response", "text"];
    static readonly HashSet<string> personNames = ["name", "first", "last", "given", "family", "middle", "middlename"];

    readonly List<Field> _fields = [];

    public IReadOnlyList<Field> Of(Node root)
    {
        Walk(root, isSpared: false);
        return _fields;
    }

    void Walk(Node node, bool isSpared)
    {
        isSpared |= keeper.Keeps(node.Normal);
        if (node.Key is { } key)
            _fields.Add(new Field(node.Name, ValueKind.Path, [key], node.Pointer) { IsSpared = isSpared });
        if (node.Segments.Exists(s => !text.AsSpan(s.Start, s.End - s.Start).IsWhiteSpace()))
            _fields.Add(new Field(node.Named.Name, Kind(node), node.Segments, node.Pointer) { IsNumber = node.IsNumber, IsSpared = isSpared });
        foreach (var child in node.Children)
            Walk(child, isSpared);
    }

    ValueKind Kind(Node node)
    {
        if (node.Prefix == "/#")
            return ValueKind.FreeText;
        var named = node.Named;
        var normal = named.Normal;
        if (node.Prefix == "/@")
            return named.Name.StartsWith("xmlns", StringComparison.Ordinal) ? ValueKind.Kept : FieldNames.Kind(normal) ?? ValueKind.FreeText;

        var item = named.Parent;
        if (item is not null && Contextual(named, normal, item) is { } kind)
            return kind;

        // A key is a credential in a query, but the code of a value in a document.
        if (normal == "key")
            return ValueKind.Kept;
        return FieldNames.Kind(normal) ?? (item is not null ? OfContainer(item) : null) ?? ValueKind.FreeText;
    }

    ValueKind? Contextual(Node named, string normal, Node item)
    {
        if (IsDefinition(item))
            return ValueKind.ServiceText;
        if (answers.Contains(normal) && Label(item, named) is { } byLabel)
            return byLabel;
        if (FieldNames.IsPerson(Above(item).Normal))
        {
            if (personNames.Contains(normal))
                return ValueKind.Name;
            if (normal == "id")
                return ValueKind.Account;
        }

        if (normal == "id")
            return FieldNames.Kind(Above(item).Normal) switch { ValueKind.Account => ValueKind.Account, ValueKind.Device => ValueKind.Device, _ => ValueKind.Kept };
        return IsService(item) && FieldNames.Kind(normal) is null ? ValueKind.ServiceText : null;
    }

    // Coordinates nest, and lists of addresses name the list and the item.
    static ValueKind? OfContainer(Node item) => FieldNames.Kind(Above(item).Normal) is { } kind and not ValueKind.Kept ? kind : null;

    static Node Above(Node item) => item.Named;

    ValueKind? Label(Node item, Node value)
    {
        ValueKind? found = null;
        foreach (var label in item.Children.Where(c => c != value && labels.Contains(c.Normal) && c.Segments.Count == 1))
        {
            var words = Unescaped.Of(text[label.Segments[0].Start..label.Segments[0].End]).Text;
            found ??= FieldNames.Kind(FieldNames.Normal(words)) is { } kind and not ValueKind.Kept ? kind : null;
        }

        return found;
    }

    static bool IsDefinition(Node item)
    {
        for (Node? node = item; node is not null; node = node.Parent)
        {
            if (node.Child("datatype") is not null || node.Child("variable") is not null)
                return true;
        }

        return false;
    }

    static bool IsService(Node item) =>
        item.Children.Exists(c => c.Normal is "servicecode" or "servicename") && !item.Children.Exists(c => marksOfRequest.Contains(c.Normal));
}
