namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>%2B in offsets.</summary>
internal sealed class PlusIsEncoded() : ClientRule("CLI-REQS-012", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var seen = false;
        foreach (var argument in ListCall.Dates(call))
        {
            var date = SentDate.Of(argument);
            seen |= date.Text.Contains('+');
            if (date is { LostPlus: true, IsRightForm: true })
                return Clients.Look.Broken($"{argument.Name}={Shown(argument.RawValue)}, whose plus sign arrives as a blank.", "%2B for the plus sign.", draft => draft.Set(argument.Name, date.Text));
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }
}
