namespace Open311.Mock.Clients.Rules.Past;

/// <summary>Tokens are asked for. Decided when the run ends, since a client may take its time.</summary>
internal sealed class TokensResolved() : ClientRule(Id, RuleScope.Past)
{
    public const string Id = "CLI-TOK-002";

    public override Look Look(ClientCall call) => Clients.Look.Away;
}
