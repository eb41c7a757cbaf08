namespace Open311.Mock.Clients.Rules.Past;

/// <summary>The service list is not read for every POST.</summary>
internal sealed class KeepsServiceList() : ClientRule("CLI-PACE-002", RuleScope.Past)
{
    const int Most = 3;

    public override Look Look(ClientCall call) => !call.IsReport ? Clients.Look.Away : Clients.Look.When(
        call.Past.ListsBeforePosts <= Most,
        $"The service list before each of the last {call.Past.ListsBeforePosts} POSTs.",
        "The list kept until changeset in discovery changes.");
}
