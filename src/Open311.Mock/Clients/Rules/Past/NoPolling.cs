namespace Open311.Mock.Clients.Rules.Past;

/// <summary>Notes the same URL again and again.</summary>
internal sealed class NoPolling() : ClientRule("CLI-PACE-001", RuleScope.Past)
{
    public const int Most = 10;

    public override Look Look(ClientCall call) => call.Past.SameUrlAsked <= Most
        ? Clients.Look.Away
        : Clients.Look.Broken($"The same URL {call.Past.SameUrlAsked} times within ten seconds.", "What was read kept for a while.");
}
