namespace Open311.Mock.Clients.Rules.Http;

/// <summary>User-Agent is there.</summary>
internal sealed class NamesItself() : ClientRule("CLI-HTTP-003", RuleScope.Headers)
{
    public override Look Look(ClientCall call) =>
        Clients.Look.When(!string.IsNullOrWhiteSpace(call.Header("user-agent")), "No User-Agent.", "User-Agent: the name and version of the client.");
}
