namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>Several values of a multivaluelist are repeated with brackets.</summary>
internal sealed class ManyInBrackets() : ClientRule("CLI-ATTR-002", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var several = call.Answers.Where(a => a.IsMulti && !a.IsBare && (a.Sent.Count > 1 || a.IsJoined)).ToArray();
        if (several.Length == 0)
            return Clients.Look.Away;
        var wrong = several.FirstOrDefault(a => a.IsJoined || a.Sent.Any(s => !s.HasListBrackets));
        return Clients.Look.When(
            wrong is null,
            wrong?.IsJoined == true ? $"Values joined with commas: {Shown(wrong.Sent[0].Value)}." : $"attribute[{wrong?.Code}] repeated without brackets.",
            $"attribute[{wrong?.Code}][] once for each value.",
            draft => Brackets.Put(draft, wrong!));
    }
}
