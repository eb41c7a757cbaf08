namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>The label of a POST.</summary>
internal sealed class FormMediaType() : ClientRule("CLI-POST-001", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport)
            return Clients.Look.Away;
        // Without a body there is nothing to label; that is told where the arguments are looked for.
        if (call.Body.MediaType == "application/x-www-form-urlencoded" || (call.Body.Bytes.IsEmpty && call.Query.Count > 0))
            return Clients.Look.Met;
        var breach = new Breach(
            call.Body.MediaType is { Length: > 0 } type ? $"Content-Type: {Shown(type)}." : "No Content-Type.",
            "Content-Type: application/x-www-form-urlencoded; charset=utf-8.")
        { IsPardoned = call.City.Lenient && call.Body.Kind == BodyKind.Multipart };
        return new Look(true, breach);
    }
}
