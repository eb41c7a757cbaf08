using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>Finds the items of a document under a shape, unwrapping and renaming where that is unambiguous, so that one defect does not hide others.</summary>
public static class ShapeReader
{
    /// <summary>Reads a document through a shape.</summary>
    public static Shaped Read(Document document, Shape shape) =>
        document.Format == DataFormat.Xml ? ReadXml(document.Root, shape) : ReadJson(document.Root, shape);

    /// <summary>The items of a list field of an item: <c>attributes</c>, <c>values</c>, <c>endpoints</c>, <c>formats</c>.</summary>
    public static Shaped ReadList(Node owner, Field field, DataFormat format)
    {
        var container = owner.Child(field.Name);
        if (container is null || container.IsEmpty)
            return new([], [], container is not null);
        var structure = field.Structure ?? "";
        if (format == DataFormat.Xml && owner.Children.Where(c => c.Name == field.Name).ToList() is { Count: > 1 } repeated)
        {
            var each = repeated.Where(c => !c.IsEmpty).Select(c => XmlItems(c, field.Item!, structure)).ToList();
            return new([.. each.SelectMany(s => s.Items)], [.. each.SelectMany(s => s.Deviations)], true);
        }

        return format == DataFormat.Xml
            ? XmlItems(container, field.Item!, structure)
            : JsonList(container, field, structure);
    }

    static Shaped ReadXml(Node root, Shape shape)
    {
        var deviations = new List<StructureDeviation>();
        if (root.Name != shape.Root || !StandardNamespace.Holds(root))
        {
            var recognised = shape.Item is null
                ? shape.Fields.Any(f => root.Child(f.Name) is not null)
                : root.Children.Count == 0 || root.Children.Any(c => c.Name == shape.Item || shape.Fields.Count(f => c.Child(f.Name) is not null) >= 2);
            deviations.Add(new(
                shape.XmlRoot,
                $"The root element is {Describe(root)}, expected <{shape.Root}>.",
                $"<{shape.Root}>",
                Describe(root),
                root));
            if (!recognised)
                return new([], deviations, false);
        }

        if (shape.Item is null)
            return new([root], deviations, true);
        if (root.Children.Count == 0)
            return new([], deviations, root.Name == shape.Root);
        var items = XmlItems(root, shape.Item, shape.XmlItem);

        // A namespace that the root declares is also that of its items.
        var from = deviations.Count > 0 && !StandardNamespace.Holds(root) ? shape.XmlRoot : null;
        return items with { Deviations = [.. deviations, .. items.Deviations.Select(d => d.Node.NamespaceUri == root.NamespaceUri ? d with { FollowsFrom = from } : d)] };
    }

    static Shaped XmlItems(Node container, string itemName, string requirement)
    {
        var strangers = container.Children.Where(c => c.Name != itemName || !StandardNamespace.Holds(c)).ToList();
        if (strangers.Count == 0)
            return new(container.Children, [], true);

        // <service_requests><service_requests/>: an empty container inside the container is no item.
        if (container.Children is [{ IsEmpty: true } inner] && inner.Name == container.Name)
            return new([], [new(requirement, $"<{container.Name}> holds {Describe(inner)} in place of <{itemName}>.", $"<{itemName}>", Describe(inner), inner)], true);

        // <service_requests><service_requests><request>: a container inside the container.
        if (container.Children is [{ } only] && only.Name != itemName && only.Children.Count > 0 && only.Children.All(c => c.Name == itemName))
        {
            return new(only.Children, [new(requirement, $"<{container.Name}> holds {Describe(only)} in place of <{itemName}>.", $"<{itemName}>", Describe(only), only)], true);
        }

        var first = strangers[0];
        var deviation = new StructureDeviation(
            requirement,
            $"<{container.Name}> holds {Describe(first)}, expected only <{itemName}> ({strangers.Count} of {container.Children.Count} children).",
            $"<{itemName}>",
            Describe(first),
            first);

        // All of one other name: the items under a wrong name. A mixture: only the right ones are items.
        var renamed = strangers.Count == container.Children.Count && strangers.Select(s => s.Name).Distinct().Count() == 1;
        return new(renamed ? strangers : [.. container.Children.Except(strangers)], [deviation], true);
    }

    static Shaped ReadJson(Node root, Shape shape)
    {
        if (shape.Item is null)
            return JsonObject(root, shape);
        if (root.Raw == RawKind.JsonArray)
            return JsonItems(root, shape.Item, shape.JsonTop, []);
        if (root.Raw == RawKind.JsonObject)
        {
            var inner = root.Child(shape.Root) ?? root.Children.FirstOrDefault(c => c.Raw == RawKind.JsonArray && !shape.Fields.Any(f => f.Name == c.Name));
            if (inner is { Raw: RawKind.JsonObject } && inner.Child(shape.Item) is { Raw: RawKind.JsonArray } innermost)
                inner = innermost;
            if (inner is { Raw: RawKind.JsonArray })
            {
                return JsonItems(inner, shape.Item, shape.JsonTop, [new(
                    shape.JsonTop,
                    $"The list is wrapped in an object under \"{inner.Name}\"; expected an array at the top level.",
                    "a top-level array",
                    $"an object with the member \"{inner.Name}\"",
                    root)]);
            }

            if (root.Children.Count == 0 && !shape.Errors)
                return Nothing(root, shape);
            var bare = inner is { Raw: RawKind.JsonObject } ? inner : root;
            var looksLikeItem = shape.Fields.Any(f => bare.Child(f.Name) is not null);
            return new(
                looksLikeItem ? [bare] : [],
                [new(shape.JsonTop, "The top level is an object, expected an array of objects.", "a top-level array", "an object", root)],
                looksLikeItem || root.Children.Count == 0);
        }

        if (root.Raw == RawKind.JsonNull && !shape.Errors)
            return Nothing(root, shape);
        return new([], [new(shape.JsonTop, $"The top level is {Describe(root)}, expected an array of objects.", "a top-level array", Describe(root), root)], root.Raw == RawKind.JsonNull);
    }

    // What serialisers make of a list without items (GR2-JSON-012).
    static Shaped Nothing(Node root, Shape shape) =>
        new([], [new(shape.JsonTop, $"An empty list is given as {(root.Raw == RawKind.JsonNull ? "null" : "an empty object")}, expected an empty array.", "[]", root.Raw == RawKind.JsonNull ? "null" : "{}", root, IsTolerated: true)], true);

    static Shaped JsonObject(Node root, Shape shape)
    {
        if (root.Raw == RawKind.JsonArray && root.Children is [{ Raw: RawKind.JsonObject } only])
        {
            return new([only], [new(shape.JsonTop, "The top level is an array holding the object, expected the object itself.", "a top-level object", "an array of one object", root)], true);
        }

        if (root.Raw != RawKind.JsonObject)
        {
            return new([], [new(shape.JsonTop, $"The top level is {Describe(root)}, expected an object.", "a top-level object", Describe(root), root)], false);
        }

        if (root.Children is [{ Raw: RawKind.JsonObject } inner] && inner.Name == shape.Root)
        {
            return new([inner], [new(shape.JsonTop, $"The object is wrapped in a member \"{inner.Name}\"; the name of the XML root has no place in JSON.", "the fields at the top level", $"a single member \"{inner.Name}\"", root)], true);
        }

        return new([root], [], true);
    }

    static Shaped JsonItems(Node array, string item, string requirement, IReadOnlyList<StructureDeviation> before)
    {
        // [{"request": {...}}, ...]: each item in a wrapper of its XML name.
        if (array.Children.Count > 0 && array.Children.All(c => c is { Raw: RawKind.JsonObject, Children: [{ Raw: RawKind.JsonObject } inner] } && inner.Name == item))
        {
            return new([.. array.Children.Select(c => c.Children[0])], [.. before, new(requirement, $"Each object of the list is wrapped in a member \"{item}\"; the name of the XML element has no place in JSON.", "the fields of the item", $"a single member \"{item}\"", array.Children[0])], true);
        }

        var strangers = array.Children.Where(c => c.Raw != RawKind.JsonObject).ToList();
        if (strangers.Count == 0)
            return new(array.Children, before, true);
        var deviation = new StructureDeviation(requirement, $"The list holds {Describe(strangers[0])}, expected objects only.", "objects", Describe(strangers[0]), strangers[0]);
        return new([.. array.Children.Except(strangers)], [.. before, deviation], true);
    }

    static Shaped JsonList(Node container, Field field, string requirement)
    {
        var wantsObjects = field.Fields.Count > 0;
        if (container.Raw == RawKind.JsonArray)
        {
            if (wantsObjects)
                return JsonItems(container, field.Item!, requirement, []);
            var strangers = container.Children.Where(c => !c.IsScalar).ToList();
            return new(
                container.Children,
                strangers.Count == 0 ? [] : [new(requirement, $"\"{field.Name}\" holds {Describe(strangers[0])}, expected plain strings.", "strings", Describe(strangers[0]), strangers[0])],
                true);
        }

        return new(Coerced(container, field), [new(requirement, $"\"{field.Name}\" is {Describe(container)}, expected an array.", "an array", Describe(container), container)], true);
    }

    static IReadOnlyList<Node> Coerced(Node container, Field field)
    {
        if (container.Raw == RawKind.JsonObject && container.Child(field.Item!) is { } inner)
            return inner.Raw == RawKind.JsonArray ? inner.Children : [inner];
        if (field.Fields.Count == 0 || field.Fields.Any(f => container.Child(f.Name) is not null))
            return [container];

        // Keyed by something: the members are the items, where they are objects.
        return [.. container.Children.Where(c => c.Raw == RawKind.JsonObject)];
    }

    /// <summary>What a node is, in words for a message.</summary>
    public static string Describe(Node node) => node.Raw switch
    {
        RawKind.XmlElement when node.NamespaceUri.Length > 0 => $"<{(node.Prefix.Length > 0 ? node.Prefix + ":" : "")}{node.Name}> in namespace {node.NamespaceUri}",
        RawKind.XmlElement => $"<{node.Name}>",
        RawKind.JsonObject => "an object",
        RawKind.JsonArray => "an array",
        RawKind.JsonString => "a string",
        RawKind.JsonNumber => "a number",
        RawKind.JsonBoolean => "a boolean",
        _ => "null",
    };
}
