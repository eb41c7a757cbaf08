using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Alterations.Bodies;

/// <summary>Frames the body otherwise on the connection (<c>as</c>), or answers late (<c>delay</c> in milliseconds).</summary>
internal sealed class SetFraming(YamlMap map) : Alteration
{
    readonly Framing framing = map.Choice("as", Framing.Length);
    readonly TimeSpan delay = TimeSpan.FromMilliseconds(map.Whole("delay", 0));

    public override WireAnswer Change(WireAnswer answer, Question question) => answer with { Framing = framing, Delay = delay };
}
