namespace Open311.Mock.Clients.Rules.Past;

/// <summary>A report is posted once.</summary>
internal sealed class PostsOnce() : ClientRule("CLI-PACE-004", RuleScope.Past)
{
    public override Look Look(ClientCall call) => !call.IsReport || call.Status is not (200 or 201) ? Clients.Look.Away : Clients.Look.When(
        !call.Past.PostedBefore,
        "The same form as a POST that was accepted less than a minute ago.",
        "Each report once.");
}
