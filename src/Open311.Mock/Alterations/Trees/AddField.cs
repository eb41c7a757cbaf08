using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Adds a field with <c>text</c>, or with the value of the field <c>from</c>.</summary>
internal sealed class AddField(YamlMap map) : FieldAlteration(map)
{
    readonly string text = map.OptionalText("text") ?? "";
    readonly string? from = map.OptionalText("from");

    protected override DataObject Edit(DataObject fields, string name)
    {
        var value = from is null ? null : TreeEdit.Field(fields, from);
        return new([.. fields.Fields, new(name, value ?? (text.Length == 0 ? DataNull.Instance : new DataText(text)))]);
    }
}
