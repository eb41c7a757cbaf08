using Open311.Mock.Questions;

namespace Open311.Mock.Clients.Rules.Access;

/// <summary>A jurisdiction that is named is served: demanded of several, advised for a single one.</summary>
internal sealed class JurisdictionIsServed(string requirement, bool several) : ClientRule(requirement, RuleScope.Target)
{
    public override Look Look(ClientCall call)
    {
        if (call.City.IsMulti != several || call.Question.Place is Place.Nowhere or Place.Discovery || call.Value("jurisdiction_id") is not { } named)
            return Clients.Look.Away;
        var served = call.City.City.Jurisdictions;
        return Clients.Look.When(
            served.Any(j => j.Id == named),
            $"The jurisdiction_id {Shown(named)}, which this endpoint does not serve.",
            $"One of {string.Join(", ", served.Select(j => j.Id))}.",
            draft => draft.Set("jurisdiction_id", served[0].Id));
    }
}
