namespace Open311.Mock.Clients.Rules.Lists;

/// <summary>Codes of the service list in filters.</summary>
internal sealed class FilterCodesListed() : ClientRule("CLI-REQS-009", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        var seen = false;
        foreach (var argument in ListCall.Lists(call).Where(a => a.Name == "service_code"))
        {
            if (call.Jurisdiction is not { } jurisdiction || !call.City.ListsServices(jurisdiction) || CommaSeparated.Meant(call, argument) is not null)
                continue;
            seen = true;
            if (ListCall.Items(argument).FirstOrDefault(i => call.City.Service(jurisdiction, i) is null) is { } unknown)
            {
                var near = Posts.NearCode.To(unknown, call);
                return Clients.Look.Broken(
                    $"The service_code {Shown(unknown)}, which {jurisdiction} does not list.",
                    near is null ? "Codes of the service list." : $"Codes of the service list, perhaps {Shown(near)}.",
                    draft =>
                    {
                        if (near is null)
                            draft.Remove("service_code");
                        else
                            draft.Set("service_code", near);
                    });
            }
        }

        return seen ? Clients.Look.Met : Clients.Look.Away;
    }
}
