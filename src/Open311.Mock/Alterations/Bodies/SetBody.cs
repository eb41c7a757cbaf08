using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Alterations.Bodies;

/// <summary>Replaces the body by <c>text</c>, or puts <c>before</c> and <c>after</c> around it.</summary>
internal sealed class SetBody(YamlMap map) : Alteration
{
    readonly string? text = map.OptionalText("text");
    readonly string before = map.OptionalText("before") ?? "";
    readonly string after = map.OptionalText("after") ?? "";

    public override WireAnswer Change(WireAnswer answer, Question question) => answer.WithText(before + (text ?? answer.Text) + after);
}
