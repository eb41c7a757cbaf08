namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>Codes of the definition.</summary>
internal sealed class KnownAttributesOnly() : ClientRule("CLI-ATTR-008", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var answers = call.Answers;
        if (answers.Count == 0)
            return Clients.Look.Away;
        var wrong = answers.FirstOrDefault(a => a.Attribute is null or { Variable: false });
        var codes = string.Join(", ", call.Service!.Attributes.Where(a => a.Variable).Select(a => a.Code));
        return Clients.Look.When(
            wrong is null,
            wrong?.Attribute is null ? $"The attribute {Shown(wrong?.Code ?? "")}, which the definition does not have." : $"An answer to {wrong.Code}, which asks for none.",
            codes.Length > 0 ? $"Attributes of the definition: {codes}." : "No attributes; the service asks for none.",
            draft =>
            {
                foreach (var sent in wrong!.Sent)
                    draft.Remove(sent.Name);
            });
    }
}
