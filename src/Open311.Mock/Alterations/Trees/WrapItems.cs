using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Writes a list as an object that holds the list, or its only item, under the item's name: <c>{"attribute":[...]}</c>.</summary>
internal sealed class WrapItems(YamlMap map) : ListAlteration(map)
{
    readonly bool bare = map.Flag("bare", false);

    protected override Datum Edit(DataList list)
    {
        if (bare)
            return list.Items is [var only] ? only : list;
        return new DataObject([new(list.ItemName, list)]);
    }
}
