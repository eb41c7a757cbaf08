using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol.Writing;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Puts the whole content below one more name: <c>{"services":[...]}</c>, or <c>in</c> where that is named.</summary>
internal sealed class WrapRoot(YamlMap map) : Alteration
{
    readonly string? name = map.OptionalText("in");

    public override Reply Change(Reply reply, Question question) => reply with
    {
        Resource = reply.Resource with { Content = new DataObject([new(name ?? reply.Resource.RootName, reply.Resource.Content)]) },
    };
}
