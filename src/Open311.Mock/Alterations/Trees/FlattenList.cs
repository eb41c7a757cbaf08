using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Puts the items of a list where its container was: the container is gone, or (<c>containers: true</c>) each item has its own.</summary>
internal sealed class FlattenList(YamlMap map) : Alteration
{
    readonly string path = map.Text("list");
    readonly bool containers = map.Flag("containers", false);

    public override Reply Change(Reply reply, Question question) => reply with
    {
        Resource = TreeEdit.Objects(reply.Resource, path, new ItemChoice(), (fields, name) => new(
            [.. fields.Fields.SelectMany(f => f.Key == name && f.Value is DataList list ? Items(f.Key, list) : [f])])),
    };

    IEnumerable<KeyValuePair<string, Datum>> Items(string name, DataList list) => list.Items.Select(item => containers
        ? KeyValuePair.Create<string, Datum>(name, list with { Items = [item] })
        : KeyValuePair.Create(list.ItemName, item));
}
