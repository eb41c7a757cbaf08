namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>One argument with commas.</summary>
internal sealed class NotRepeated() : ClientRule("CLI-REQS-006", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var lists = ListCall.Lists(call).GroupBy(a => a.Name).ToArray();
        if (lists.Length == 0)
            return Clients.Look.Away;
        var repeated = lists.FirstOrDefault(g => g.Count() > 1);
        return Clients.Look.When(
            repeated is null,
            $"{repeated?.Key} sent {repeated?.Count()} times.",
            "One argument, its values separated by commas.",
            draft => draft.Set(repeated!.Key, string.Join(',', repeated.SelectMany(ListCall.Items))));
    }
}
