using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Puts a field into a child object: as an element below (<c>below: recipient</c>).</summary>
internal sealed class MoveField(YamlMap map) : FieldAlteration(map)
{
    readonly string below = map.Text("below");

    protected override DataObject Edit(DataObject fields, string name) => TreeEdit.Each(fields, name, value =>
        DatumText.IsScalar(value) ? new DataObject([new(below, value)]) : value);
}
