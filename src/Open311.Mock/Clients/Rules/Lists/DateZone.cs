namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>Dates have a zone.</summary>
internal sealed class DateZone() : ClientRule("CLI-REQS-002", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var seen = false;
        foreach (var argument in ListCall.Dates(call))
        {
            if (SentDate.Of(argument) is not { IsRightForm: true } date)
                continue;
            seen = true;
            if (!date.HasZone)
                return Clients.Look.Broken($"{argument.Name}={Shown(argument.Value)} without a zone.", "Z at its end, or an offset such as -05:00.", draft => draft.Set(argument.Name, date.Mended(call)));
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }
}
