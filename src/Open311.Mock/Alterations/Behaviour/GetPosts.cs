using Open311.Mock.Fixtures;
using Open311.Mock.Questions;

namespace Open311.Mock.Alterations.Behaviour;

/// <summary>Takes a GET on the list of requests for a POST where it has the arguments of one (<c>argument</c>), as version 1 did.</summary>
internal sealed class GetPosts(YamlMap map) : Alteration
{
    readonly string argument = map.Text("argument");

    public override Question Change(Question question) =>
        question is { Method: "GET", Place: Place.Requests } && question.Query.Value(argument) is not null
            ? question with { Method = "POST", Form = question.Query }
            : question;
}
