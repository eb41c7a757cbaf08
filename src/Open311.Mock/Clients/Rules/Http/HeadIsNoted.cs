namespace Open311.Mock.Clients.Rules.Http;

/// <summary>Notes HEAD.</summary>
internal sealed class HeadIsNoted() : ClientRule("CLI-HTTP-002", RuleScope.Target)
{
    public override Look Look(ClientCall call) =>
        call.Method == "HEAD" ? Clients.Look.Broken("HEAD, which was answered.", "Nothing else; a server that knows only GET may refuse it.") : Clients.Look.Away;
}
