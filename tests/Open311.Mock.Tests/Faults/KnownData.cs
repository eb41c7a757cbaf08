using Open311.Mock.Cities;
using Open311.Mock.Tests.Serving;

namespace Open311.Mock.Tests.Faults;

/// <summary>What a battery knows of a city before it asks: some ids, the last of them old, and a requested_datetime.</summary>
internal sealed record KnownData(string[] Ids, string Instant, string Jurisdiction)
{
    /// <summary>A smaller edition of a city, so that two hundred of them can be asked in a test run.</summary>
    public static City Small(string name)
    {
        var city = City.Load(name);
        return city with { Requests = city.Requests with { Recent = 90 } };
    }

    public static async Task<KnownData> OfAsync(RunningCity city)
    {
        var jurisdiction = city.Server.City.Jurisdictions.Count == 1 ? "" : $"&jurisdiction_id={city.Server.City.Jurisdictions[0].Id}";
        var recent = (await city.XmlAsync($"requests.xml?{jurisdiction}")).Elements("request").ToArray();
        var old = await city.IdsAsync($"?start_date=2026-01-20T00:00:00Z&end_date=2026-02-16T00:00:00Z{jurisdiction}");
        return new KnownData(
            [.. recent.Where((_, i) => i % 6 == 0 || i < 12).Select(r => r.Element("service_request_id")!.Value), old[0]],
            recent[3].Element("requested_datetime")!.Value,
            jurisdiction);
    }
}
