using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Leaves a field out.</summary>
internal sealed class DropField(YamlMap map) : FieldAlteration(map)
{
    protected override DataObject Edit(DataObject fields, string name) => new([.. fields.Fields.Where(f => f.Key != name)]);
}
