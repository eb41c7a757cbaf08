using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Answers an unknown code, id or token with 200 and an empty list.</summary>
internal sealed class UnknownKey(YamlMap map) : Alteration
{
    readonly bool services = map.Flag("services", false);

    public override Reply Change(Reply reply, Question question) => reply.Status == 404 && question.Key.Length > 0
        ? reply with { Status = 200, Resource = services ? ResourceTrees.Services([]) : ResourceTrees.Requests([]) }
        : reply;
}
