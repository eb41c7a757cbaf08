namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>No argument strays into the query of a POST.</summary>
internal sealed class NothingInQuery() : ClientRule("CLI-POST-004", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || call.Body.Bytes.IsEmpty)
            return Clients.Look.Away;
        string[] strays = [.. call.Query.Where(a => !a.IsEmpty && (StandardNames.OfPost.Contains(a.Name) || a.AttributeCode is not null) && a.Name != "api_key").Select(a => a.Name).Distinct()];
        return Clients.Look.When(strays.Length == 0, $"{string.Join(", ", strays.Select(Shown))} in the query of a POST.", "All arguments in the body.");
    }
}
