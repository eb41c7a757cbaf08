using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Access;

/// <summary>Several jurisdictions: every call says which.</summary>
internal sealed class NamesJurisdiction() : ClientRule("CLI-JUR-001", RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (!call.City.IsMulti || call.Question.Place is Place.Nowhere or Place.Discovery || call.Method == "OPTIONS")
            return Clients.Look.Away;
        var all = string.Join(", ", call.City.City.Jurisdictions.Select(j => j.Id));
        return Clients.Look.When(
            call.Value("jurisdiction_id") is not null,
            "No jurisdiction_id.",
            $"jurisdiction_id, one of {all}.",
            draft => draft.Set("jurisdiction_id", call.City.City.Jurisdictions[0].Id));
    }
}
