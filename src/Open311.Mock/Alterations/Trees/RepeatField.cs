using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Gives a field twice, the second time with <c>text</c> where that is named.</summary>
internal sealed class RepeatField(YamlMap map) : FieldAlteration(map)
{
    readonly string? text = map.OptionalText("text");

    protected override DataObject Edit(DataObject fields, string name) => new([.. fields.Fields.SelectMany(f => f.Key == name
        ? [f, new(f.Key, text is null ? f.Value : new DataText(text))]
        : new[] { f })]);
}
