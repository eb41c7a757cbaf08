using Open311.Conformance.Findings;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Shapes;

/// <summary>Rules that hold for every element and member, whatever its name.</summary>
static class GenericRules
{
    const string NilNamespace = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Attributes and namespaces anywhere in an XML tree.</summary>
    public static void Tree(ShapeContext context, Node root)
    {
        if (context.Format != DataFormat.Xml)
            return;
        var generic = context.Shape.Generic;
        var pending = new Stack<Node>([root]);
        (Node? Attribute, Node? Namespace) found = default;
        while (pending.TryPop(out var node))
        {
            found.Attribute ??= node.Attributes.Any(a => !a.DeclaresNamespace && !Harmless(a)) ? node : null;
            found.Namespace ??= node.Attributes.Any(a => a.DeclaresNamespace) ? node : null;
            foreach (var child in node.Children)
                pending.Push(child);
        }

        Report(context, generic.Attributes, found.Attribute, node =>
        {
            var attribute = node.Attributes.First(a => !a.DeclaresNamespace && !Harmless(a));
            return ($"<{node.Name}> carries the attribute {attribute.LocalName}; data belongs in elements.", "no attributes", $"{attribute.LocalName}=\"{attribute.Value}\"");
        });
        Report(context, generic.Namespace, found.Namespace, node =>
        {
            var declaration = node.Attributes.First(a => a.DeclaresNamespace);
            return ($"<{node.Name}> declares the namespace {declaration.Value}.", "no namespace declaration", declaration.Value);
        }, StandardNamespace.Holds(root) ? null : context.Shape.XmlRoot);
    }

    /// <summary>Names of the fields of one item, and how often each occurs.</summary>
    public static void Item(ShapeContext context, IReadOnlyList<Field> fields, Node item)
    {
        var generic = context.Shape.Generic;
        var xml = context.Format == DataFormat.Xml;
        if (generic.Once is { } once && xml)
            Once(context, once, fields, item);
        foreach (var child in item.Children)
        {
            if (Known(fields, child.Name))
            {
                if (xml && !StandardNamespace.Holds(child))
                    context.Violated(context.Shape.XmlItem, $"{ShapeReader.Describe(child)} stands where <{child.Name}> without a prefix is expected.", $"<{child.Name}>", ShapeReader.Describe(child), child);
                continue;
            }

            // A standard field under a varied name counts as missing; items of a list outside of their container are no list.
            var explained = fields.FirstOrDefault(f => f.Kind == FieldKind.List && f.Item == child.Name)?.Presence;
            var standard = fields.FirstOrDefault(f => Same(f.Name, child.Name));
            if (standard is not null && item.Child(standard.Name) is null)
            {
                var requirement = xml ? generic.Case : generic.JsonNames;
                if (requirement is not null)
                    context.Violated(requirement, $"\"{child.Name}\" is not the name \"{standard.Name}\".", standard.Name, child.Name, child);
                if (!xml)
                    continue;
                explained = standard.Presence;
            }

            if (xml && generic.Unknown is { } unknown)
                context.Add(Verdict.Warn, unknown, $"<{child.Name}> is no element that the specification defines here.", "only the elements of the specification", child.Name, child, explained is null ? null : context.Charged(explained));
        }

        if (generic.Unknown is { } none && xml && item.Children.All(c => Known(fields, c.Name)))
            context.Passed(none, "Only elements of the specification occur.");
        var named = xml ? generic.Case : generic.JsonNames;
        if (named is not null && (item.Children.All(c => Known(fields, c.Name)) || !fields.Any(f => item.Child(f.Name) is null && VariantOf(f.Name, item) is not null)))
            context.Passed(named, "Names are written as the specification writes them.");
    }

    /// <summary>A field of the item whose name varies a standard one in case, hyphens or underscores only.</summary>
    public static Node? VariantOf(string name, Node item) => item.Children.FirstOrDefault(c => c.Name != name && Same(name, c.Name));

    /// <summary>A value that should be a scalar and is none.</summary>
    public static void NotScalar(ShapeContext context, Field field, Node value)
    {
        var requirement = context.Format == DataFormat.Xml ? context.Shape.Generic.Once : context.Shape.Generic.JsonScalar;
        if (requirement is null)
            return;
        var actual = context.Format == DataFormat.Xml ? $"child elements (<{value.Children[0].Name}>)" : ShapeReader.Describe(value);
        context.Violated(requirement, $"{field.Name} holds {actual}; expected a single value.", "a single value", actual, value);
        if (field.Kind == FieldKind.Keywords && field.Value is { } keywords)
            context.Add(Verdict.Warn, keywords, $"{field.Name} is no single text of comma-separated terms.", "comma-separated terms", actual, value, requirement);
    }

    /// <summary>An empty JSON value: null is due, "" is noted, containers are no scalars.</summary>
    public static void EmptyJson(ShapeContext context, Field field, Node value)
    {
        if (field.Kind == FieldKind.List)
            return;
        var generic = context.Shape.Generic;
        if (value.Raw is RawKind.JsonArray or RawKind.JsonObject)
        {
            if (generic.JsonScalar is { } scalar)
                context.Violated(scalar, $"{field.Name} is an empty {(value.Raw == RawKind.JsonArray ? "array" : "object")}; expected null.", "null", value.Raw == RawKind.JsonArray ? "[]" : "{}", value);
            if (generic.JsonNull is { } instead)
                context.Violated(instead, $"{field.Name} is an empty {(value.Raw == RawKind.JsonArray ? "array" : "object")} in place of null.", "null", value.Raw == RawKind.JsonArray ? "[]" : "{}", value, generic.JsonScalar);
        }
        else if (generic.JsonNull is { } requirement)
        {
            if (value.Raw == RawKind.JsonNull)
                context.Passed(requirement, "Empty fields are null.");
            else
                context.Add(Verdict.Info, requirement, $"{field.Name} is \"\" where the examples show null; clients treat both alike.", "null", "\"\"", value);
        }
    }

    static void Once(ShapeContext context, string requirement, IReadOnlyList<Field> fields, Node item)
    {
        var repeated = item.Children.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1 && fields.Any(f => f.Name == g.Key));
        if (repeated is null)
            context.Passed(requirement, "Each field element occurs once.");
        else
            context.Violated(fields.First(f => f.Name == repeated.Key).Kind == FieldKind.List ? context.Shape.XmlItem : requirement, $"<{repeated.Key}> occurs {repeated.Count()} times in one <{item.Name}>.", "once", $"{repeated.Count()} times", repeated.Skip(1).First());
    }

    static void Report(ShapeContext context, string? requirement, Node? offender, Func<Node, (string Message, string Expected, string Actual)> tell, string? from = null)
    {
        if (requirement is null)
            return;
        if (offender is null)
        {
            context.Passed(requirement, "None occur.");
            return;
        }

        var (message, expected, actual) = tell(offender);
        context.Add(Verdict.Warn, requirement, message, expected, actual, offender, from);
    }

    // Rails and .NET serialisers write these on their own; the register accepts them.
    static bool Harmless(XmlAttributeOnWire attribute) =>
        (attribute.LocalName == "type" && attribute.Value is "array" or "integer" or "boolean" or "datetime" or "float")
        || (attribute.LocalName == "nil" && (attribute.NamespaceUri.Length == 0 || attribute.NamespaceUri == NilNamespace))
        || attribute.Prefix == "xml";

    static bool Known(IReadOnlyList<Field> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
                return true;
        }

        return false;
    }

    static bool Same(string standard, string other) => Bare(standard).Equals(Bare(other), StringComparison.OrdinalIgnoreCase);

    static string Bare(string name) => name.Replace("_", "").Replace("-", "");
}
