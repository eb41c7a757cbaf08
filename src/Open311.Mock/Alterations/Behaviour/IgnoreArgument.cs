using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Leaves an argument without effect where it has a certain value, or holds a certain text (<c>argument</c>, <c>value</c> or <c>holding</c>).</summary>
internal sealed class IgnoreArgument(YamlMap map) : Alteration
{
    readonly string argument = map.Text("argument");
    readonly string? value = map.Has("holding") ? null : map.Text("value");
    readonly string holding = map.OptionalText("holding") ?? "";

    public override Question Change(Question question) =>
        question.Query.Value(argument) is { } sent && (value is null ? sent.Contains(holding, StringComparison.Ordinal) : sent == value) ? question with { Query = question.Query.Without([argument]) } : question;
}
