using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Takes a POST on the list of requests for a GET of it with the same arguments: nothing is reported. With <c>without</c>, only where the form lacks that field.</summary>
internal sealed class PostReads(YamlMap map) : Alteration
{
    readonly string? without = map.OptionalText("without");

    public override Question Change(Question question) =>
        question.IsPost && question.Place == Place.Requests && (without is null || question.Form.Value(without) is null)
            ? question with { Method = "GET", Query = question.Form, FormProblems = [] }
            : question;
}
