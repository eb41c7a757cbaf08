using System.Text.RegularExpressions;
using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Alterations.Bodies;

/// <summary>Replaces text in the written body: <c>pattern</c> by <c>with</c>, at most <c>times</c> times (0 for all).</summary>
internal sealed class ReplaceText(YamlMap map) : Alteration
{
    readonly Regex pattern = Patterns.Read(map, "pattern", map.Text("pattern"));
    readonly string with = map.OptionalText("with") ?? "";
    readonly int times = map.Whole("times", 0);

    public override WireAnswer Change(WireAnswer answer, Question question) =>
        answer.WithText(times == 0 ? pattern.Replace(answer.Text, with) : pattern.Replace(answer.Text, with, times));
}
