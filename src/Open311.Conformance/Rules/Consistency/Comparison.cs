using Open311.Conformance.Findings;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Consistency;

/// <summary>
/// Compares the content of one resource in two documents, XML first: null, "" and absence are equal, JSON types do not matter, structure
/// defects are coerced away. What the specification does not define is left alone.
/// </summary>
sealed class Comparison
{
    readonly Shape shape;
    readonly DataFormat second;
    readonly List<Difference> differences = [];
    readonly List<Rename> renames = [];

    Comparison(Shape shape, DataFormat second)
    {
        this.shape = shape;
        this.second = second;
    }

    /// <summary>Where they differ.</summary>
    public IReadOnlyList<Difference> Differences => differences;

    /// <summary>Fields that JSON has under names of its own; compared under their proper names.</summary>
    public IReadOnlyList<Rename> Renames => renames;

    /// <summary>Items compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Compares two documents of one shape; null when one of them is not of that shape.</summary>
    public static Comparison? Of(Shape shape, Document xml, Document json)
    {
        var one = ShapeReader.Read(xml, shape);
        var other = ShapeReader.Read(json, shape);
        if (!one.Recognised || !other.Recognised)
            return null;
        var comparison = new Comparison(shape, json.Format);
        var cause = one.Deviations.Concat(other.Deviations).Select(d => d.Requirement).FirstOrDefault();
        comparison.Lists("", Identifier(shape), shape.Fields, one.Items, other.Items, cause, single: shape.Item is null);
        return comparison;
    }

    static string Identifier(Shape shape) => shape.Resources.Contains(Asking.ResourceKind.Requests) || shape.Resources.Contains(Asking.ResourceKind.Request) ? "service_request_id" : "service_code";

    void Lists(string path, string identifier, IReadOnlyList<Field> fields, IReadOnlyList<Node> xml, IReadOnlyList<Node> json, string? cause, bool single)
    {
        var pairing = single && xml.Count == 1 && json.Count == 1 ? new([(xml[0], json[0])], [], []) : Pairing.Of(xml, json, identifier);
        var renamed = RenameFinder.Find(fields, pairing.Pairs);
        renames.AddRange(renamed);
        foreach (var (one, other) in pairing.Pairs)
        {
            if (path.Length == 0)
                Compared++;
            foreach (var field in fields)
                One(path + field.Name, field, one, other, one.Value(identifier) ?? other.Value(identifier) ?? "(no identifier)", renamed);
        }

        foreach (var node in pairing.OnlyXml)
            differences.Add(new(DifferenceKind.Item, path.TrimEnd('.'), Name(node), "present", null, null, cause));
        foreach (var node in pairing.OnlyJson)
            differences.Add(new(DifferenceKind.Item, path.TrimEnd('.'), Name(node), null, "present", node, cause));

        string Name(Node node) => node.Value(identifier) ?? "(no identifier)";
    }

    void One(string path, Field field, Node one, Node other, string item, IReadOnlyList<Rename> renamed)
    {
        var xml = one.Child(field.Name);
        var json = other.Child(field.Name)
            ?? GenericRules.VariantOf(field.Name, other)
            ?? (renamed.FirstOrDefault(r => r.Xml == field.Name) is { } rename ? other.Child(rename.Json) : null);
        if (field.Kind == FieldKind.List)
        {
            NestedList(path, field, one, other, json, item);
            return;
        }

        // A structure where a single value is due is charged to the format's own rules.
        if (IsStructure(xml, field) || IsStructure(json, field))
            return;
        var (left, right) = (Values.Text(xml, field.Kind), Values.Text(json, field.Kind));
        var kind = Values.Compare(field.Kind, left, right);
        if (kind != DifferenceKind.None)
            differences.Add(new(kind, path, item, left, right, json ?? other, Cause(field, left is null ? xml : json, left is null || right is null)));
    }

    void NestedList(string path, Field field, Node one, Node other, Node? json, string item)
    {
        if (json is not null && json.Name != field.Name)
            return;
        var (inXml, inJson) = (ShapeReader.ReadList(one, field, DataFormat.Xml), ShapeReader.ReadList(other, field, second));
        var (left, right) = (inXml.Items, inJson.Items);
        var cause = inXml.Deviations.Count > 0 ? shape.XmlItem
            : inJson.Deviations.Count > 0 ? field.Structure
            : null;
        if (left.Count == 0 && right.Count == 0)
            return;
        if (left.Count == 0 || right.Count == 0)
            differences.Add(new(DifferenceKind.Value, path, item, Count(left), Count(right), json ?? other, cause ?? Cause(field, left.Count == 0 ? one.Child(field.Name) : json, true)));
        else
            Lists($"{path}.", field.Fields[0].Name == "key" ? "key" : "code", field.Fields, left, right, cause, single: false);

        static string? Count(IReadOnlyList<Node> items) => items.Count == 0 ? null : $"{items.Count} items";
    }

    // A field left out in one format is charged to the requirement that it be there.
    string? Cause(Field field, Node? lacking, bool isLacking)
    {
        var due = lacking is null ? field.Absent : field.Empty;
        if (!isLacking || field.Presence is not { } presence || due == Verdict.Pass)
            return null;
        return shape.Folded.Contains(presence) ? shape.FoldedInto : presence;
    }

    static bool IsStructure(Node? node, Field field) => node is { IsEmpty: false } && Values.Text(node, field.Kind) is null;
}
