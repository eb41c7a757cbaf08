using CsCheck;
using Open311.Protocol.Writing;

namespace Open311.Protocol.Tests.Writing;

static class Generators
{
    static readonly Gen<string> Nasty = OneOf(
        "", " ", "\r", "\n", "\t", "\r\n", "]]>", "]]", ">", "<", "&", "&amp;", "&#13;", "<b>x</b>", "<![CDATA[", "-->", "\"", "'", "\\", "/", "\0", "\u0001",
        "\u001F", "\u007F", "\u0085", "\u2028", "\u00A0", "\uFEFF", "\uFFFD", "\uFFFE", "\uFFFF", "\uD800", "\uDC00", "\uD83D\uDE80", "\U0010FFFF", "\U0001FFFE",
        "ä", "ß", "日本語", "\u202E", "e\u0301", "\uE000", "\u0000\uDFFF", "Straße & Platz", "null", "true", "001");

    /// <summary>Any text at all, lone surrogates and control characters included.</summary>
    public static readonly Gen<string> Text = Gen.OneOf(
        Nasty,
        Gen.Select(Nasty, Nasty, Nasty, (a, b, c) => a + b + c),
        Gen.Char.Array[0, 12].Select(c => new string(c)),
        Gen.Int[0, 0x10FFFF].Where(c => c is < 0xD800 or > 0xDFFF).Select(char.ConvertFromUtf32).Array[0, 6].Select(string.Concat),
        Gen.Select(Gen.String[Gen.Char[' ', '~'], 0, 40], Nasty, (a, b) => a + b));

    public static readonly Gen<string> Name = OneOf(
        "service_code", "service_name", "lat", "long", "attributes", "values", "x", "_y", "a-b", "a.b", "größe", "日", "xmlish");

    public static readonly Gen<string> Number = Gen.OneOf(
        OneOf("0", "-0", "37.762221815", "1e400", "-12.5E-3", "9007199254740993", "1.00", "0.000"),
        Gen.Long.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public static readonly Gen<Datum> Scalar = Gen.OneOf(
        Text.Select(t => (Datum)new DataText(t)),
        Number.Select(n => (Datum)new DataNumber(n)),
        Gen.Bool.Select(b => (Datum)new DataBoolean(b)),
        Gen.Const((Datum)DataNull.Instance));

    public static readonly Gen<Datum> AnyDatum = Gen.Int[0, 4].SelectMany(Nested);

    public static readonly Gen<WriteStyle> Style = Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, (a, b, c, d, e) => new WriteStyle(a, b, c, d, e));

    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    static Gen<Datum> Nested(int depth) => depth == 0
        ? Scalar
        : Gen.OneOf(
            Scalar,
            Gen.Select(Name, Nested(depth - 1).Array[0, 4], (n, items) => (Datum)new DataList(n, items)),
            Gen.Select(Name, Nested(depth - 1)).Array[0, 5].Select(f => (Datum)new DataObject(
                [.. f.DistinctBy(p => p.Item1).Select(p => KeyValuePair.Create(p.Item1, p.Item2))])));
}
