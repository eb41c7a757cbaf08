using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Lists the items chosen twice.</summary>
internal sealed class RepeatItems(YamlMap map) : ListAlteration(map)
{
    readonly ItemChoice choice = ItemChoice.Read(map);

    protected override Datum Edit(DataList list) =>
        list with { Items = [.. list.Items.SelectMany((item, i) => choice.Picks(item, i) ? new[] { item, item } : [item])] };
}
