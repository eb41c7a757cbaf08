namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>4,000 characters.</summary>
internal sealed class DescriptionFits() : ClientRule("CLI-POST-010", RuleScope.Body)
{
    const int Most = 4000;

    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || call.Value("description") is not { } text)
            return Clients.Look.Away;
        // The kindest count: a line break is one character, and so is a letter outside the Basic Multilingual Plane.
        var length = text.ReplaceLineEndings("\n").EnumerateRunes().Count();
        return Clients.Look.When(length <= Most, $"A description of {length} characters.", "At most 4000 characters.", draft => draft.Set("description", text[..Most]));
    }
}
