namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>No empty items, no blanks.</summary>
internal sealed class ListIsTidy() : ClientRule("CLI-REQS-008", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var seen = false;
        foreach (var argument in ListCall.Lists(call).Where(a => a.Value.Contains(',')))
        {
            seen = true;
            if (argument.Value.Split(',').Any(i => i.Length == 0 || i.Trim() != i))
            {
                var tidy = string.Join(',', ListCall.Items(argument));
                return Clients.Look.Broken($"{argument.Name}={Shown(argument.Value)}.", $"{argument.Name}={Shown(tidy)}.", draft => draft.Set(argument.Name, tidy));
            }
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }
}
