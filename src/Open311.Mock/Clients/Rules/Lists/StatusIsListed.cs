namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>open or closed.</summary>
internal sealed class StatusIsListed() : ClientRule("CLI-REQS-005", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var seen = false;
        foreach (var argument in ListCall.Lists(call).Where(a => a.Name == "status"))
        {
            // Items joined otherwise are told by the rule for commas.
            if (CommaSeparated.Meant(call, argument) is not null)
                continue;
            seen = true;
            if (ListCall.Items(argument).FirstOrDefault(i => i is not ("open" or "closed")) is { } item)
            {
                var lower = item.ToLowerInvariant();
                return Clients.Look.Broken($"status={Shown(item)}.", "open or closed, in lower case.", draft => draft.Set("status", lower is "open" or "closed" ? lower : "open"));
            }
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }
}
