using System.Text;
using Open311.Conformance.Running;
using Open311.Conformance.Shapes;
using Open311.Protocol;
using VerifyNUnit;

namespace Open311.Conformance.Tests.Shapes;

/// <summary>What is said of a document in which one thing is wrong, for everything that can be wrong with each field of each resource.</summary>
public sealed class WordingTests
{
    static readonly Suite suite = Suite.Load();

    static readonly string[] structures =
    [
        "<{0}><x>1</x></{0}>", "<{0}><{0}/></{0}>", "<{0}><{0}><{1}/></{0}></{0}>", "<{0} a='1'/>", "<{0} xmlns='http://vendor.example/'/>", "<x:{0} xmlns:x='http://vendor.example/'><x:{1}/></x:{0}>", "<y/>", "<{0}><{1}/><y/></{0}>",
    ];

    static readonly string[] values = ["null", "\"\"", "\" \"", "7", "7.5", "1e3", "true", "[]", "{}", "[\"x\"]", "{\"x\":1}", "\"<b>x</b>\"", "\" x \"", "\"a;b\"", "\"//x\"", "\"True\"", "\"95.1\"", "\"2026-05-01\"", "99999999999999999999"];

    static readonly string[] texts = ["", " ", "x", " x ", "<a>1</a>", "&lt;b&gt;x", "a;b", "//x", "True", "95.1", "1e1", "2026-05-01", "2026-05-01T10:00", "2026-05-01T10:00:00-00:00", "0", "7", "http://a.example/ http://b.example/", "data:x", "http://a.example/é"];

    [TestCase("services")]
    [TestCase("service_definition")]
    [TestCase("service_requests")]
    [TestCase("errors")]
    [TestCase("discovery")]
    public Task Stays_as_it_was_approved(string name)
    {
        var shape = suite.Shapes[name];
        var status = shape.Errors ? 404 : 200;
        var lines = Xml(shape).SelectMany(body => Shaping.Told(name, DataFormat.Xml, body, status))
            .Concat(Json(shape).SelectMany(body => Shaping.Told(name, DataFormat.Json, body, status)))
            .Distinct();
        return Verifier.Verify(string.Join('\n', lines));
    }

    static IEnumerable<string> Xml(Shape shape)
    {
        yield return Whole(shape, string.Concat(shape.Fields.Select(f => Element(f, null))));
        foreach (var structure in structures)
            yield return string.Format(System.Globalization.CultureInfo.InvariantCulture, structure, shape.Root, shape.Item ?? "x");
        foreach (var field in shape.Fields)
        {
            string With(string instead) => Whole(shape, string.Concat(shape.Fields.Select(f => f == field ? instead : Element(f, null))));
            yield return With("");
            yield return With(Element(field, null) + Element(field, null));
            yield return With(Element(field, null).Replace($"{field.Name}>", $"{field.Name.ToUpperInvariant()}>", StringComparison.Ordinal));
            yield return With($"<{field.Item ?? "x"}>1</{field.Item ?? "x"}>");
            foreach (var text in texts)
                yield return With($"<{field.Name}>{text}</{field.Name}>");
            foreach (var inner in field.Fields)
            {
                string Within(string instead) => With($"<{field.Name}><{field.Item}>{string.Concat(field.Fields.Select(f => f == inner ? instead : Element(f, null)))}</{field.Item}></{field.Name}>");
                yield return Within("");
                foreach (var text in texts)
                    yield return Within($"<{inner.Name}>{text}</{inner.Name}>");
            }
        }
    }

    static IEnumerable<string> Json(Shape shape)
    {
        string Wrap(string item) => shape.Item is null ? item : $"[{item}]";
        var whole = $"{{{string.Join(',', shape.Fields.Select(f => Member(f, null)))}}}";
        string[] odd = ["null", "7", "\"x\"", "[7]", "[[]]", "{}", $"[{{\"{shape.Item}\":{whole}}}]", $"{{\"{shape.Root}\":[{whole}]}}", $"{{\"{shape.Root}\":{{\"{shape.Item}\":[{whole}]}}}}", $"{{\"{shape.Root}\":{whole}}}", whole, $"[{whole},{whole}]"];
        foreach (var body in odd.Prepend(Wrap(whole)))
            yield return body;
        foreach (var field in shape.Fields)
        {
            string With(string instead) => Wrap($"{{{string.Join(',', shape.Fields.Select(f => f == field ? instead : Member(f, null)).Where(m => m.Length > 0))}}}");
            yield return With("");
            yield return With(Member(field, null).Replace($"\"{field.Name}\"", $"\"{field.Name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant()}\"", StringComparison.Ordinal));
            foreach (var value in values)
                yield return With(Member(field, value));
            foreach (var inner in field.Fields)
            {
                foreach (var value in values)
                    yield return With($"\"{field.Name}\":[{{{string.Join(',', field.Fields.Select(f => Member(f, f == inner ? value : null)))}}}]");
            }
        }
    }

    static string Whole(Shape shape, string fields) => shape.Item is null ? $"<{shape.Root}>{fields}</{shape.Root}>" : $"<{shape.Root}><{shape.Item}>{fields}</{shape.Item}></{shape.Root}>";

    static string Element(Field field, string? text) => field.Kind != FieldKind.List ? $"<{field.Name}>{text ?? Good(field)}</{field.Name}>"
        : $"<{field.Name}><{field.Item}>{(field.Fields.Count == 0 ? GoodOf(field.ItemKind) : string.Concat(field.Fields.Select(f => Element(f, null))))}</{field.Item}></{field.Name}>";

    static string Member(Field field, string? value) => $"\"{field.Name}\":{value ?? (field.Kind != FieldKind.List ? Typed(field) : field.Fields.Count == 0 ? $"[\"{GoodOf(field.ItemKind)}\"]" : $"[{{{string.Join(',', field.Fields.Select(f => Member(f, null)))}}}]")}";

    static string Typed(Field field) => field.Kind is FieldKind.Boolean or FieldKind.Latitude or FieldKind.Longitude or FieldKind.Order ? Good(field) : $"\"{Good(field)}\"";

    static string Good(Field field) => field.Kind == FieldKind.Word ? field.Words[0] : GoodOf(field.Kind);

    static string GoodOf(FieldKind kind) => kind switch
    {
        FieldKind.Boolean => "true",
        FieldKind.DateTime or FieldKind.Changeset => "2026-05-01T10:00:00Z",
        FieldKind.Latitude or FieldKind.Longitude => "41.5",
        FieldKind.Url => "http://city.example/v2",
        FieldKind.Order => "1",
        FieldKind.MediaType => "text/xml",
        _ => "word",
    };
}
