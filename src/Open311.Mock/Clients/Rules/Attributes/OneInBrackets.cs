namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>A single value of a multivaluelist has brackets, too.</summary>
internal sealed class OneInBrackets() : ClientRule("CLI-ATTR-003", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var single = call.Answers.Where(a => a is { IsMulti: true, IsBare: false, IsJoined: false, Sent.Count: 1 }).ToArray();
        if (single.Length == 0)
            return Clients.Look.Away;
        var wrong = single.FirstOrDefault(a => !a.Sent[0].HasListBrackets);
        return Clients.Look.When(wrong is null, $"attribute[{wrong?.Code}] for a multivaluelist.", $"attribute[{wrong?.Code}][].", draft => Brackets.Put(draft, wrong!));
    }
}
