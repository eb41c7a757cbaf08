namespace Open311.Mock.Clients.Rules.Access;

/// <summary>The key is not in the URL of a POST.</summary>
internal sealed class KeyNotInUrl() : ClientRule("CLI-KEY-003", RuleScope.Body)
{
    public override Look Look(ClientCall call) => call.IsReport && call.Key is { Length: > 0 }
        ? Clients.Look.When(!call.Query.Any(a => a.Name == "api_key" && !a.IsEmpty), "The api_key in the query of a POST, from where it gets into logs.", "api_key in the body.")
        : Clients.Look.Away;
}
