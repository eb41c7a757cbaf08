namespace Open311.Mock.Clients.Rules.Paths;

/// <summary>No // in paths.</summary>
internal sealed class NoEmptySegments() : ClientRule("CLI-PATH-003", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (!call.Path.Contains("//", StringComparison.Ordinal))
            return Clients.Look.Met;
        var breach = new Breach($"The path {Shown(call.Path)} with an empty segment.", "Exactly one slash between endpoint and resource.") { IsPardoned = call.City.Lenient };
        return new Look(true, breach);
    }
}
