namespace Open311.Mock.Clients.Rules.Http;

/// <summary>What could be read as a call is HTTP; what could not never gets here: see <see cref="Serving.BadRequestWatch"/>.</summary>
internal sealed class SentAsHttp() : ClientRule(Id, RuleScope.Target)
{
    public const string Id = "CLI-HTTP-005";

    public override Look Look(ClientCall call) => Clients.Look.Met;
}
