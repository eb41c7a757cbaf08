namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>One complete location.</summary>
internal sealed class HasLocation() : ClientRule("CLI-POST-007", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        if (!call.IsReport || !call.IsLegible)
            return Clients.Look.Away;
        var half = call.Value("lat") is not null || call.Value("long") is not null;
        var address = call.Value("address_string") is not null || call.Value("address_id") is not null;
        // Half a coordinate is told by the rule for it.
        if (half && !address)
            return call.Value("lat") is not null && call.Value("long") is not null ? Clients.Look.Met : Clients.Look.Away;
        return Clients.Look.When(half || address, "No location.", "lat and long, or address_string, or address_id.", draft =>
        {
            if (call.Value("address") is { } text)
            {
                draft.Rename("address", "address_string");
                draft.Set("address_string", text);
                return;
            }

            var (lat, lon) = Middle(call);
            draft.Set("lat", lat);
            draft.Set("long", lon);
        });
    }

    public static (string Lat, string Long) Middle(ClientCall call)
    {
        var area = (call.City.City.Jurisdictions.FirstOrDefault(j => j.Id == call.Jurisdiction) ?? call.City.City.Jurisdictions[0]).Area;
        return (Invariant((area.South + area.North) / 2), Invariant((area.West + area.East) / 2));
    }

    static string Invariant(decimal number) => decimal.Round(number, 6).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
