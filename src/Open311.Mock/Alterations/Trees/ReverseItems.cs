using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Lists the items backwards.</summary>
internal sealed class ReverseItems(YamlMap map) : ListAlteration(map)
{
    protected override Datum Edit(DataList list) => list with { Items = [.. list.Items.Reverse()] };
}
