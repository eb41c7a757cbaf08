namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>service_code is one of the list.</summary>
internal sealed class ServiceIsListed() : ClientRule("CLI-POST-006", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        // Without a jurisdiction there is no list to be in.
        if (!call.IsReport || call.Value("service_code") is not { } code || call.Jurisdiction is not { } jurisdiction || !call.City.ListsServices(jurisdiction))
            return Clients.Look.Away;
        var near = NearCode.To(code, call);
        return Clients.Look.When(
            call.City.Service(jurisdiction, code) is not null,
            $"The service_code {Shown(code)}, which {jurisdiction} does not list.",
            near is null ? "A service_code of the service list." : $"A service_code of the service list, perhaps {Shown(near)}.",
            draft => Suggested.Service(draft, call, near));
    }
}
