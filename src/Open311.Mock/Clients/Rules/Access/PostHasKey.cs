namespace Open311.Mock.Clients.Rules.Access;

/// <summary>A POST carries a key.</summary>
internal sealed class PostHasKey() : ClientRule("CLI-KEY-001", RuleScope.Body)
{
    public override Look Look(ClientCall call) => call is { IsReport: true, IsLegible: true }
        ? Clients.Look.When(call.Key is { Length: > 0 }, "A POST without api_key.", "api_key as a field of the form.")
        : Clients.Look.Away;
}
