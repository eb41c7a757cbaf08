namespace Open311.Mock.Clients.Rules.Paths;

/// <summary>Nothing follows the extension.</summary>
internal sealed class NoTrailingSlash() : ClientRule("CLI-PATH-004", RuleScope.Target)
{
    public override Look Look(ClientCall call) =>
        Clients.Look.When(!call.Path.EndsWith('/'), $"The path {Shown(call.Path)}, which ends in a slash.", "The path without the slash at its end.");
}
