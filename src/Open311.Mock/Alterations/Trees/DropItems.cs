using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Leaves out the items chosen.</summary>
internal sealed class DropItems(YamlMap map) : ListAlteration(map)
{
    readonly ItemChoice choice = ItemChoice.Read(map);

    protected override Datum Edit(DataList list) => list with { Items = [.. list.Items.Where((item, i) => !choice.Picks(item, i))] };
}
