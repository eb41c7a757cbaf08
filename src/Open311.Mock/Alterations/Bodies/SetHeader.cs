using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Alterations.Bodies;

/// <summary>
/// Sends a header (<c>name</c>) with another value (<c>to</c>), or not at all where <c>to</c> is left out.
/// <c>{target}</c> is the request target, <c>{target&amp;}</c> the target ready for one more argument.
/// </summary>
internal sealed class SetHeader(YamlMap map) : Alteration
{
    readonly string name = map.Text("name");
    readonly string? to = map.OptionalText("to");

    public override WireAnswer Change(WireAnswer answer, Question question) =>
        answer.WithHeader(name, to?.Replace("{target&}", $"{question.Target}{(question.Target.Contains('?') ? '&' : '?')}").Replace("{target}", question.Target));
}
