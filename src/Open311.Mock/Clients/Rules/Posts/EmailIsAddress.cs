namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>email is an address.</summary>
internal sealed class EmailIsAddress() : ClientRule("CLI-POST-013", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || call.Value("email") is not { } text)
            return Clients.Look.Away;
        var at = text.IndexOf('@');
        var met = at > 0 && at == text.LastIndexOf('@') && at < text.Length - 1 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
        // What was sent is personal data, or was meant to be.
        return Clients.Look.When(met, $"An email of {text.Length} characters that is no address.", "An address such as someone@example.org.", draft => draft.Set("email", "someone@example.org"));
    }
}
