using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Answers the first item of a list instead of the list; in XML the item's name is then the root's.</summary>
internal sealed class FirstItemAlone(YamlMap map) : Alteration
{
    readonly bool onlyWhenSingle = map.Flag("only_when_single", false);

    public override Reply Change(Reply reply, Question question) =>
        reply.Resource.Content is DataList { Items: [var first, ..] } list && !(onlyWhenSingle && list.Items.Count > 1)
            ? reply with { Resource = new Resource(list.ItemName, first) }
            : reply;
}
