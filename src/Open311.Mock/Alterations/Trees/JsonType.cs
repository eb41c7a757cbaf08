using System.Globalization;
using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>
/// Gives a field another type: <c>string</c>, <c>number</c> (canonical integers only), <c>lossy-number</c> (leading zeros go),
/// <c>flag</c> (0 or 1), <c>array</c>, <c>object</c>, <c>empty-object</c> (for null), <c>null</c>, <c>split-array</c> (at commas), <c>decimal</c> (1.0).
/// </summary>
internal sealed class JsonType(YamlMap map) : FieldAlteration(map)
{
    static readonly string[] Known = ["string", "number", "lossy-number", "flag", "array", "object", "empty-object", "null", "split-array", "decimal"];

    readonly string type = map.Text("as") is var text && Known.Contains(text)
        ? text
        : throw map.Problem("as", $"'as' must be one of {string.Join(", ", Known)}.");

    protected override DataObject Edit(DataObject fields, string name) => TreeEdit.Each(fields, name, As);

    Datum As(Datum value)
    {
        var text = DatumText.Of(value);
        if (type == "empty-object")
            return value is DataNull ? new DataObject([]) : value;
        if (!DatumText.IsScalar(value))
            return value;
        var whole = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return type switch
        {
            "string" => new DataText(text),
            "number" => whole && text == number.ToString(CultureInfo.InvariantCulture) ? new DataNumber(text) : value,
            "lossy-number" => whole ? new DataNumber(number.ToString(CultureInfo.InvariantCulture)) : value,
            "flag" => new DataNumber(text == "true" ? "1" : "0"),
            "array" => new DataList("value", [value]),
            "object" => new DataObject([new("$t", value)]),
            "split-array" => new DataList("keyword", [.. text.Split(',', StringSplitOptions.TrimEntries).Select(t => new DataText(t))]),
            "decimal" => new DataNumber($"{text}.0"),
            _ => DataNull.Instance,
        };
    }
}
