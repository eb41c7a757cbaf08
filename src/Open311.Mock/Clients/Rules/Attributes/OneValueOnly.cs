namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>Several values for a multivaluelist only.</summary>
internal sealed class OneValueOnly() : ClientRule("CLI-ATTR-009", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var others = call.Answers.Where(a => a is { Attribute: not null, IsMulti: false }).ToArray();
        if (others.Length == 0)
            return Clients.Look.Away;
        var wrong = others.FirstOrDefault(a => a.Sent.Count > 1);
        return Clients.Look.When(wrong is null, $"{wrong?.Sent.Count} values for {wrong?.Code}, a {wrong?.Attribute!.Datatype}.", "One value.", draft => Brackets.Take(draft, wrong!));
    }
}
