using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Trees;

/// <summary>Gives the root element another name (<c>to</c>).</summary>
internal sealed class RenameRoot(YamlMap map) : Alteration
{
    readonly string to = map.Text("to");

    public override Reply Change(Reply reply, Question question) => reply with { Resource = reply.Resource with { RootName = to } };
}
