namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>service_code is there.</summary>
internal sealed class NamesService() : ClientRule("CLI-POST-005", RuleScope.Body)
{
    public override Look Look(ClientCall call) => call is { IsReport: true, IsLegible: true }
        ? Clients.Look.When(
            call.Value("service_code") is not null,
            "No service_code.",
            "service_code, one of the service list.",
            draft => Suggested.Service(draft, call))
        : Clients.Look.Away;
}
