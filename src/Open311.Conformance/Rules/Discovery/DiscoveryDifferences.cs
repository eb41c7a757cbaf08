using Open311.Conformance.Findings;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using Open311.Protocol.Documents;

namespace Open311.Conformance.Rules.Discovery;

/// <summary>Compares two discovery documents field by field; null, "" and absence are equal, order does not matter.</summary>
static class DiscoveryDifferences
{
    public static IReadOnlyList<DiscoveryDifference> Of(ShapeBook shapes, DiscoveryDocument xml, DiscoveryDocument json)
    {
        var shape = shapes["discovery"];
        var endpoints = shape.Fields.First(f => f.Name == "endpoints");
        var formats = endpoints.Fields.First(f => f.Name == "formats");
        var result = new List<DiscoveryDifference>();
        Fields(result, "", shape.Fields, xml.Root, json.Root);

        var left = ShapeReader.ReadList(xml.Root, endpoints, xml.Format).Items.ToList();
        var right = ShapeReader.ReadList(json.Root, endpoints, json.Format).Items;
        var cause = Misplaced(xml) ?? (left.Count == 0 || right.Count == 0 ? endpoints.Presence : null);
        foreach (var entry in right)
        {
            var twin = Twin(left, entry);
            if (twin is null)
            {
                result.Add(new($"the endpoint {Named(entry)}", null, Named(entry), Cause: cause));
                continue;
            }

            left.Remove(twin);
            Fields(result, $" of {Named(twin)}", endpoints.Fields, twin, entry);
            var one = Formats(twin, formats, xml);
            var other = Formats(entry, formats, json);
            if (one != other)
                result.Add(new($"formats of {Named(twin)}", one, other, Cause: Structure(twin, formats, xml) ?? Structure(entry, formats, json) ?? (one is null || other is null ? formats.Presence : null)));
        }

        result.AddRange(left.Select(e => new DiscoveryDifference($"the endpoint {Named(e)}", Named(e), null, Cause: cause)));
        return result;
    }

    // By all three of (specification, url, type) if possible; otherwise by as much as still tells them apart.
    static Node? Twin(List<Node> candidates, Node entry) =>
        candidates.FirstOrDefault(c => Same(c, entry, "url") && Same(c, entry, "specification") && Same(c, entry, "type"))
        ?? candidates.FirstOrDefault(c => Same(c, entry, "url") && (Same(c, entry, "specification") || Same(c, entry, "type")))
        ?? (candidates.Count == 1 ? candidates.FirstOrDefault(c => Same(c, entry, "specification") && Same(c, entry, "type")) : null);

    static bool Same(Node one, Node other, string field) => one.Value(field) == other.Value(field);

    static void Fields(List<DiscoveryDifference> result, string owner, IReadOnlyList<Field> fields, Node xml, Node json)
    {
        foreach (var field in fields.Where(f => f.Kind != FieldKind.List))
        {
            var (one, other) = (Lines(xml.Value(field.Name)), Lines(json.Value(field.Name)));
            if (one != other)
                result.Add(new(field.Name + owner, one, other, Cause: (one is null || other is null) && field.Empty == Verdict.Fail ? field.Presence : null));
        }

        var known = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var extra = xml.Children.Concat(json.Children).Select(c => c.Name).Where(n => !known.Contains(n)).Distinct();
        result.AddRange(extra.Select(n => new DiscoveryDifference(n + owner, Text(xml, n), Text(json, n), Extra: true)).Where(d => d.Xml != d.Json));
    }

    // Of a field of its own making only presence and a plain value can be compared.
    static string? Text(Node owner, string name) => owner.Child(name) switch
    {
        null or { IsEmpty: true } => null,
        { IsScalar: true } scalar => scalar.Text,
        _ => "(a structure)",
    };

    static string? Formats(Node entry, Field formats, DiscoveryDocument document)
    {
        var all = ShapeReader.ReadList(entry, formats, document.Format).Items.Select(i => i.Text).Where(t => t.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        return all.Count == 0 ? null : string.Join(", ", all);
    }

    static string Named(Node entry) => entry.Value("url") ?? entry.Value("specification") ?? "without url";

    static string? Structure(Node entry, Field formats, DiscoveryDocument document)
    {
        if (ShapeReader.ReadList(entry, formats, document.Format).Deviations.Count == 0)
            return null;
        return document.Format == DataFormat.Xml ? "SD-FMT-003" : formats.Structure;
    }

    // Endpoints outside their container, or in a second one.
    static string? Misplaced(DiscoveryDocument xml) =>
        xml.Root.Child("endpoint") is not null || xml.Root.Children.Count(c => c.Name == "endpoints") > 1 ? "SD-FMT-003" : null;

    // XML parsers turn every line end into LF.
    static string? Lines(string? text) => text?.Replace("\r\n", "\n").Replace('\r', '\n');
}
