using Open311.Mock.Answers;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Protocol;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Answers in another format (<c>as</c>) than the extension asks for, labelled as what it is.</summary>
internal sealed class AnswerFormat(YamlMap map) : Alteration
{
    readonly DataFormat format = map.Choice("as", DataFormat.Xml);

    public override Reply Change(Reply reply, Question question) => reply with { Format = format };
}
