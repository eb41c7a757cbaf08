using Open311.Conformance.Asking;
using Open311.Conformance.Findings;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Shapes;

/// <summary>Reads <c>fixtures/shapes</c>.</summary>
public static class ShapeLoader
{
    static readonly string[] kinds = ["text", "identifier", "word", "boolean", "datetime", "latitude", "longitude", "url", "keywords", "order", "media-type", "changeset", "list"];

    /// <summary>The shapes this suite was built with.</summary>
    /// <exception cref="FixtureException">A fixture is malformed.</exception>
    public static ShapeBook Load() => Load(FixtureFile.Embedded("shapes"));

    /// <summary>The shapes of some files.</summary>
    /// <exception cref="FixtureException">A fixture is malformed.</exception>
    public static ShapeBook Load(IReadOnlyList<FixtureFile> files)
    {
        var shapes = files.Select(f => Read(f.Read())).ToList();
        return new([.. shapes.Select(s => s.FieldsOf is { } lender ? s with { Fields = shapes.First(other => other.Name == lender).Fields } : s)]);
    }

    static Shape Read(FixtureNode node)
    {
        var reader = new FixtureReader(node, "a shape");
        var name = reader.Text("shape");
        reader.Subject = name;
        var requirements = reader.MappingOrNull("requirements", "the requirements behind the structure") ?? throw node.Refuse($"{name}: requirements is missing");
        var generic = reader.MappingOrNull("generic", "the requirements behind any field") ?? throw node.Refuse($"{name}: generic is missing");
        var folded = reader.MappingOrNull("folded", "the requirements told as one");
        var shape = new Shape
        {
            Name = name,
            Resources = [.. reader.Texts("resources").Select(r => Resource(reader, r))],
            Root = reader.Text("root"),
            Item = reader.TextOrNull("item"),
            Errors = reader.FlagOr("errors", false),
            XmlRoot = requirements.Text("root"),
            XmlItem = requirements.Text("item"),
            XmlAlso = requirements.TextOrNull("xml-also"),
            JsonTop = requirements.Text("json"),
            Generic = Generic(generic),
            Rules = reader.TextsOrEmpty("rules"),
            FieldsOf = reader.TextOrNull("fields-of"),
            Folded = folded?.Texts("requirements") ?? [],
            FoldedInto = folded?.Text("into"),
            Fields = [.. reader.MappingsOrEmpty("fields", "a field").Select(ReadField)],
        };
        requirements.Close();
        folded?.Close();
        reader.Close();
        if (shape.Fields.Count == 0 && shape.FieldsOf is null)
            throw node.Refuse($"{name}: fields is missing; expected fields, or fields-of naming another shape");
        return shape;
    }

    static GenericRequirements Generic(FixtureReader reader)
    {
        var generic = new GenericRequirements
        {
            Unknown = reader.TextOrNull("unknown"),
            Once = reader.TextOrNull("once"),
            Attributes = reader.TextOrNull("attributes"),
            Namespace = reader.TextOrNull("namespace"),
            JsonScalar = reader.TextOrNull("json-scalar"),
            JsonNull = reader.TextOrNull("json-null"),
            JsonNames = reader.TextOrNull("json-names"),
            Case = reader.TextOrNull("case"),
            WhiteSpace = reader.TextOrNull("white-space"),
        };
        reader.Close();
        return generic;
    }

    static Field ReadField(FixtureReader reader)
    {
        var name = reader.Text("name");
        reader.Subject = name;
        var softer = reader.MappingOrNull("softer-when", "a field and its value");
        var softerField = softer?.Keys.FirstOrDefault();
        var field = new Field
        {
            Name = name,
            Kind = Kind(reader, "kind") ?? throw reader.Node.Refuse($"{name}: kind is missing"),
            Presence = reader.TextOrNull("presence"),
            Absent = Severity(reader, "absent"),
            Empty = Severity(reader, "empty"),
            Value = reader.TextOrNull("value"),
            Zone = reader.TextOrNull("zone"),
            Json = reader.TextOrNull("json"),
            Unique = reader.TextOrNull("unique"),
            Words = reader.TextsOrEmpty("words"),
            MaxLength = reader.NumberOrNull("max-length") ?? 0,
            Length = reader.TextOrNull("length"),
            NoMarkup = reader.TextOrNull("no-markup"),
            SofterWhen = softerField,
            SofterValue = softerField is null ? null : softer!.Text(softerField),
            SofterOnlyWhenEmpty = reader.OneOfOrNull("softer-for", "empty", "absence") == "empty",
            Substitute = reader.TextOrNull("substitute"),
            Item = reader.TextOrNull("item"),
            ItemKind = Kind(reader, "item-kind") ?? FieldKind.Text,
            Structure = reader.TextOrNull("structure"),
            Rules = reader.TextsOrEmpty("rules"),
            Fields = [.. reader.MappingsOrEmpty("fields", "a field").Select(ReadField)],
        };
        reader.Close();
        Demand(reader, field);
        return field;
    }

    // A kind whose check would charge a requirement that the fixture does not name could never fail.
    static void Demand(FixtureReader reader, Field field)
    {
        var needsValue = field.Kind is FieldKind.Word or FieldKind.Boolean or FieldKind.DateTime or FieldKind.Latitude or FieldKind.Longitude or FieldKind.Url or FieldKind.Keywords or FieldKind.Order or FieldKind.Changeset;
        if (needsValue && field.Value is null)
            throw reader.Node.Refuse($"{field.Name}: value is missing; expected the requirement that a bad value violates");
        if (field.Kind == FieldKind.Word && field.Words.Count == 0)
            throw reader.Node.Refuse($"{field.Name}: words is missing; expected the words allowed");
        if (field.Kind == FieldKind.List && field.Item is null)
            throw reader.Node.Refuse($"{field.Name}: item is missing; expected the element name of an item");
        if ((field.Absent, field.Empty) != (Verdict.Pass, Verdict.Pass) && field.Presence is null)
            throw reader.Node.Refuse($"{field.Name}: presence is missing; expected the requirement that absence violates");
    }

    static Verdict Severity(FixtureReader reader, string key) => reader.OneOfOrNull(key, "fail", "warn", "info", "pass") switch
    {
        "fail" => Verdict.Fail,
        "warn" => Verdict.Warn,
        "info" => Verdict.Info,
        _ => Verdict.Pass,
    };

    static FieldKind? Kind(FixtureReader reader, string key) => reader.OneOfOrNull(key, kinds) is { } word
        ? word == "datetime" ? FieldKind.DateTime : Enum.Parse<FieldKind>(word.Replace("-", ""), ignoreCase: true)
        : null;

    static ResourceKind Resource(FixtureReader reader, string word) =>
        Enum.TryParse<ResourceKind>(word, ignoreCase: true, out var resource)
            ? resource
            : throw reader.Node.Refuse($"{reader.Subject}: resources names '{word}', expected discovery, services, definition, requests, request or token");
}
