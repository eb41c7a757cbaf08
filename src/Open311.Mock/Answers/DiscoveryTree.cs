using Open311.Mock.Cities;
using Open311.Protocol;
using Open311.Protocol.Dates;
using Open311.Protocol.Writing;

namespace Open311.Mock.Answers;

/// <summary>Builds the discovery document (Service_Discovery.md, "Fields for All Versions").</summary>
internal static class DiscoveryTree
{
    public const string Specification = "http://wiki.open311.org/GeoReport_v2";

    public static Resource Of(City city, CityRules rules, Uri endpoint, DateTimeOffset started)
    {
        // Midnight, so that the stamp stays the same however often a server with the same data starts in a day.
        var day = started.AddDays(-city.Discovery.DaysSinceChange);
        var changeset = new DataText(W3CDateTime.Write(new DateTimeOffset(day.UtcDateTime.Date, TimeSpan.Zero)));
        List<Datum> formats = [];
        if (rules.Xml)
            formats.Add(new DataText(DataFormat.Xml.MediaType()));
        if (rules.Json)
            formats.Add(new DataText(DataFormat.Json.MediaType()));
        return new Resource("discovery", ResourceTrees.Fields(
            ("changeset", changeset),
            ("contact", new DataText(city.Discovery.Contact)),
            ("key_service", new DataText(city.Discovery.KeyService)),
            ("endpoints", new DataList("endpoint", [ResourceTrees.Fields(
                ("specification", new DataText(Specification)),
                ("url", new DataText(endpoint.AbsoluteUri)),
                ("changeset", changeset),
                ("type", new DataText(city.Discovery.Type)),
                ("formats", new DataList("format", formats)))]))));
    }
}
