using Open311.Mock.Fixtures;
using Open311.Mock.Questions;
using Open311.Mock.Serving;

namespace Open311.Mock.Alterations.Bodies;

/// <summary>Sends another status (<c>code</c>) with the same body.</summary>
internal sealed class SetStatus(YamlMap map) : Alteration
{
    readonly int code = map.Whole("code", 0) is var status and >= 200 and <= 599
        ? status
        : throw map.Problem("code", "'code' must be an HTTP status from 200 to 599.");

    public override WireAnswer Change(WireAnswer answer, Question question) => answer with { Status = code };
}
