using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Gives the items of a list another element name (<c>to</c>).</summary>
internal sealed class ItemName(YamlMap map) : ListAlteration(map)
{
    readonly string to = map.Text("to");

    protected override Datum Edit(DataList list) => list with { ItemName = to };
}
