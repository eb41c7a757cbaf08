namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>No empty brackets elsewhere.</summary>
internal sealed class BracketsForListsOnly() : ClientRule("CLI-ATTR-004", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var others = call.Answers.Where(a => a is { Attribute: not null, IsMulti: false, IsBare: false }).ToArray();
        if (others.Length == 0)
            return Clients.Look.Away;
        var wrong = others.FirstOrDefault(a => a.Sent.Any(s => s.HasListBrackets));
        return Clients.Look.When(wrong is null, $"attribute[{wrong?.Code}][] for a {wrong?.Attribute!.Datatype}.", $"attribute[{wrong?.Code}].", draft => Brackets.Take(draft, wrong!));
    }
}
