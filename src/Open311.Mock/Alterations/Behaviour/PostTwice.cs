using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Takes every POST twice; the second answer is the one that is sent.</summary>
internal sealed class PostTwice : Alteration
{
    public PostTwice(YamlMap map) => _ = map;

    public override bool Repeats(Question question) => question.IsPost;
}
