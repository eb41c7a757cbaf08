using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Exchanges the values of a field and another of the same object (<c>with</c>).</summary>
internal sealed class SwapFields(YamlMap map) : FieldAlteration(map)
{
    readonly string with = map.Text("with");

    protected override DataObject Edit(DataObject fields, string name)
    {
        if (TreeEdit.Field(fields, name) is not { } a || TreeEdit.Field(fields, with) is not { } b)
            return fields;
        return TreeEdit.Each(TreeEdit.Each(fields, name, _ => b), with, _ => a);
    }
}
