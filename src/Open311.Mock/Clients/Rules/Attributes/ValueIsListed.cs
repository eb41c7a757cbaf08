namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>Keys of the list.</summary>
internal sealed class ValueIsListed() : ClientRule("CLI-ATTR-006", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var lists = call.Answers.Where(a => a.Attribute is { IsList: true }).ToArray();
        if (lists.Length == 0)
            return Clients.Look.Away;
        foreach (var answer in lists)
        {
            foreach (var value in answer.Values.Where(v => !answer.HasKey(v)))
            {
                var named = answer.Attribute!.Values.FirstOrDefault(v => v.Name.Equals(value, StringComparison.OrdinalIgnoreCase) || v.Key.Equals(value, StringComparison.OrdinalIgnoreCase));
                var keys = string.Join(", ", answer.Attribute.Values.Take(20).Select(v => v.Key));
                return Clients.Look.Broken(
                    $"{Shown(value)} for {answer.Code}{(named is null ? "" : $", whose key is {Shown(named.Key)}")}.",
                    $"A key of its values: {keys}.",
                    draft => draft.Set(answer.Sent[0].Name, named?.Key ?? answer.Attribute.Values[0].Key));
            }
        }

        return Clients.Look.Met;
    }
}
