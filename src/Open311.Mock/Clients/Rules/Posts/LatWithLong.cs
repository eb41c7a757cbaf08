namespace Open311.Mock.Clients.Rules.Posts;

/// <summary>lat and long come together.</summary>
internal sealed class LatWithLong() : ClientRule("CLI-POST-008", RuleScope.Body)
{
    public override Look Look(ClientCall call)
    {
        var (lat, lon) = (call.Value("lat"), call.Value("long"));
        if (!call.IsReport || (lat is null && lon is null))
            return Clients.Look.Away;
        var missing = lat is null ? "lat" : "long";
        return Clients.Look.When(lat is not null && lon is not null, $"{(lat is null ? "long" : "lat")} without {missing}.", "Both, or neither.", draft =>
        {
            var (middleLat, middleLong) = HasLocation.Middle(call);
            draft.Set("lat", lat ?? middleLat);
            draft.Set("long", lon ?? middleLong);
        });
    }
}
