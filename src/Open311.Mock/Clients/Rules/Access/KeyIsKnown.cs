namespace Open311.Mock.Clients.Rules.Access;

/// <summary>The key is one the city gave.</summary>
internal sealed class KeyIsKnown() : ClientRule("CLI-KEY-002", RuleScope.Body)
{
    public override Look Look(ClientCall call) => call.IsReport && call.Key is { Length: > 0 } key
        ? Clients.Look.When(call.City.City.Keys.Contains(key), $"An api_key of {key.Length} characters that the city did not give.", "The key of the ready line, or of the city file.")
        : Clients.Look.Away;
}
