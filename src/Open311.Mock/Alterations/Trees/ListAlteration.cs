using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Changes a list (<c>list: attributes/values</c>; without it the list at the root).</summary>
internal abstract class ListAlteration(YamlMap map) : Alteration
{
    readonly string path = map.OptionalText("list") ?? "";

    public sealed override Reply Change(Reply reply, Question question) =>
        reply with { Resource = TreeEdit.Lists(reply.Resource, path, Edit) };

    protected abstract Datum Edit(DataList list);
}
