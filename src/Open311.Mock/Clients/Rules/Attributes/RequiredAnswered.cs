namespace Open311.Mock.Clients.Rules.Attributes;

/// <summary>Required attributes are answered.</summary>
internal sealed class RequiredAnswered() : ClientRule("CLI-ATTR-005", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || call.Service is not { } service || !service.Attributes.Any(a => a.Required))
            return Clients.Look.Away;
        var answers = call.Answers;
        var missing = service.Attributes.Where(a => a.Required && !answers.Any(x => x.Code == a.Code)).ToArray();
        return Clients.Look.When(
            missing.Length == 0,
            $"No answer to {string.Join(", ", missing.Select(a => a.Code))}.",
            "An answer to every attribute that the definition calls required.",
            draft =>
            {
                foreach (var attribute in missing)
                    draft.Set($"attribute[{attribute.Code}]{(attribute.Datatype == "multivaluelist" ? "[]" : "")}", Sample.Of(attribute));
            });
    }
}
