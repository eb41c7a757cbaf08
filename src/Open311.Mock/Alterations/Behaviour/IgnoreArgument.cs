using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Leaves an argument without effect where it has a certain value (<c>argument</c>, <c>value</c>).</summary>
internal sealed class IgnoreArgument(YamlMap map) : Alteration
{
    readonly string argument = map.Text("argument");
    readonly string value = map.Text("value");

    public override Question Change(Question question) =>
        question.Query.Value(argument) == value ? question with { Query = question.Query.Without([argument]) } : question;
}
