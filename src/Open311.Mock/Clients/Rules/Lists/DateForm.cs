namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>Dates have the W3C form.</summary>
internal sealed class DateForm() : ClientRule("CLI-REQS-001", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var seen = false;
        foreach (var argument in ListCall.Dates(call))
        {
            seen = true;
            if (SentDate.Of(argument) is { IsRightForm: false } date)
                return Clients.Look.Broken($"{argument.Name}={Shown(argument.Value)}.", "A date and time such as 2010-05-24T00:00:00Z.", draft => draft.Set(argument.Name, date.Mended(call)));
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }
}
