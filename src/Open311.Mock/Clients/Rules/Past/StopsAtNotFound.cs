using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Past;

/// <summary>404 is an answer.</summary>
internal sealed class StopsAtNotFound() : ClientRule("CLI-PACE-003", RuleScope.Past)
{
    const int Most = 2;

    public override Look Look(ClientCall call) => call.Status != 404 || !call.IsRead ? Clients.Look.Away : Clients.Look.When(
        call.Past.NotFound <= Most,
        $"The same URL {call.Past.NotFound} times within a minute, each answered 404.",
        "No more calls for what does not exist.");
}
