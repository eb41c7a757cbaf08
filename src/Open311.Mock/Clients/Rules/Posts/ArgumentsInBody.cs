namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>The arguments of a POST are its body.</summary>
internal sealed class ArgumentsInBody() : ClientRule("CLI-POST-003", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || (call.Body.Bytes.IsEmpty && call.Query.Count == 0))
            return Clients.Look.Away;
        if (!call.Body.Bytes.IsEmpty)
            return Clients.Look.Met;
        var breach = new Breach($"An empty body, and {call.Query.Count} arguments in the query.", "The arguments in the body.") { IsPardoned = call.City.Lenient };
        return new Look(true, breach);
    }
}
