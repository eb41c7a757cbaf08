using Open311.Mock.Fixtures;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Adds an item to the end of a list: <c>text</c>, or the first item with the <c>fields</c> named set to other texts (<c>{value}</c> is the former one).</summary>
internal sealed class AddItem(YamlMap map) : ListAlteration(map)
{
    readonly string? text = map.OptionalText("text");

    readonly KeyValuePair<string, string>[] fields = map.OptionalMap("fields") is { } named
        ? [.. named.Names.Select(n => KeyValuePair.Create(n, named.OptionalText(n) ?? ""))]
        : [];

    protected override Datum Edit(DataList list)
    {
        if (text is not null)
            return list with { Items = [.. list.Items, new DataText(text)] };
        if (list.Items.FirstOrDefault() is not DataObject item)
            return list;
        foreach (var (name, value) in fields)
            item = TreeEdit.Each(item, name, was => was is DataBoolean ? new DataBoolean(value == "true") : new DataText(value.Replace("{value}", DatumText.Of(was))));
        return list with { Items = [.. list.Items, item] };
    }
}
