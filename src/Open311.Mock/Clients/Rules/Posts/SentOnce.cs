namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>Arguments are not repeated.</summary>
internal sealed class SentOnce() : ClientRule("CLI-POST-016", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || call.Body.Arguments.Count == 0)
            return Clients.Look.Away;
        var twice = call.Body.Arguments.Where(a => StandardNames.OfPost.Contains(a.Name) && !a.IsEmpty).GroupBy(a => a.Name).FirstOrDefault(g => g.Count() > 1);
        return Clients.Look.When(
            twice is null,
            $"{twice?.Key} sent {twice?.Count()} times.",
            "One value.",
            draft => draft.Set(twice!.Key, twice.First().Value));
    }
}
