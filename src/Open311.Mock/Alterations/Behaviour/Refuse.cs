using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Answers an error (<c>code</c>, <c>description</c>) in place of what would have been answered.</summary>
internal sealed class Refuse(YamlMap map) : Alteration
{
    readonly int code = map.Whole("code", 0) is var status and >= 400 and <= 599
        ? status
        : throw map.Problem("code", "'code' must be an HTTP status from 400 to 599.");

    readonly string description = map.Text("description");

    public override Reply Change(Reply reply, Question question) => Reply.Error(reply.Format, code, description);
}
