using Open311.Mock.Cities;
using Open311.Mock.Questions;

namespace Open311.Mock.Answers;

/// <summary>Which jurisdiction a call is for (GeoReport v2, "jurisdiction_id").</summary>
internal sealed class JurisdictionRule(City city, CityRules rules)
{
    public string Of(Question question)
    {
        var named = question.Query.Value("jurisdiction_id") ?? question.Form.Value("jurisdiction_id");
        if (question.Form.All("jurisdiction_id").Any(other => other != named))
            throw new Refusal(400, "jurisdiction_id was sent more than once with different values.");
        if (city.Jurisdictions.FirstOrDefault(j => j.Id == named) is { } known)
            return known.Id;
        var single = city.Jurisdictions.Count == 1;
        var missing = named is null;
        var sentEmpty = question.Query.Pairs.Any(p => p.Key == "jurisdiction_id") && rules.Misbehaviour.EmptyIsValue.Contains("jurisdiction_id");
        if (single && missing && !rules.Misbehaviour.JurisdictionDemanded && !sentEmpty)
            return city.Jurisdictions[0].Id;
        var refusal = missing
            ? Refusal.For(rules.MissingJurisdiction, "The jurisdiction_id was not provided.")
            : Refusal.For(single ? rules.ForeignJurisdiction : rules.UnknownJurisdiction, "The jurisdiction_id was not found.");
        return refusal is null ? Fallback(single || missing) : throw refusal;
    }

    // Where an unknown jurisdiction is let pass, it has no services and no requests.
    string Fallback(bool first) => first || rules.UnknownJurisdiction == Reaction.Ignore ? city.Jurisdictions[0].Id : "";
}
