namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>attribute[code]=value.</summary>
internal sealed class BracketForm() : ClientRule("CLI-ATTR-001", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var answers = call.Answers;
        if (answers.Count == 0)
            return Clients.Look.Away;
        var bare = answers.FirstOrDefault(a => a.IsBare);
        return Clients.Look.When(
            bare is null,
            $"The argument {Shown(bare?.Sent[0].Name ?? "")}.",
            $"attribute[{bare?.Code}]{(bare?.IsMulti == true ? "[]" : "")}.",
            draft => draft.Rename(bare!.Sent[0].Name, $"attribute[{bare.Code}]{(bare.IsMulti ? "[]" : "")}"));
    }
}
