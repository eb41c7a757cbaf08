using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Paths;

/// <summary>Only resources that the specification names.</summary>
internal sealed class AsksKnownResources() : ClientRule("CLI-PATH-001", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        // What another rule explains is not told twice.
        var explained = SingularPath.Of(call) is not null || call.Path.Contains("//", StringComparison.Ordinal) || call.Path.EndsWith('/');
        return explained ? Clients.Look.Away : Clients.Look.When(
            call.Question.Place != Place.Nowhere,
            $"The path {Shown(call.Path)}.",
            $"A path below {call.City.Endpoint.AbsolutePath}: services.xml, services/CODE.xml, requests.xml, requests/ID.xml or tokens/TOKEN.xml.");
    }
}
