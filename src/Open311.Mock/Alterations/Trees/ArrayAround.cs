using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Puts the content into a list of one: <c>[{...}]</c>; in XML below one more element (<c>item</c>).</summary>
internal sealed class ArrayAround(YamlMap map) : Alteration
{
    readonly string item = map.OptionalText("item") ?? "item";

    public override Reply Change(Reply reply, Question question) =>
        reply with { Resource = reply.Resource with { Content = new DataList(item, [reply.Resource.Content]) } };
}
