using System.Globalization;
using Open311.Mock.Cities;
using Open311.Mock.Clients.Rules.Attributes;

namespace Open311.Mock.Clients;

/// <summary>A report that a city accepts, to show how it is done.</summary>
internal static class SampleReport
{
    /// <summary>The form of a POST: key, jurisdiction where it is demanded, a location, and what the service requires.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(City city, bool demandsJurisdiction)
    {
        var jurisdiction = city.Jurisdictions[0];
        var offered = city.Services.Where(s => s.Jurisdictions.Contains(jurisdiction.Id)).ToArray();
        // One that requires something shows more than one that does not.
        var service = offered.FirstOrDefault(s => s.Attributes.Any(a => a.Required)) ?? offered.FirstOrDefault();
        List<KeyValuePair<string, string>> form = [new("api_key", city.Keys is [var key, ..] ? key : "")];
        if (demandsJurisdiction)
            form.Add(new("jurisdiction_id", jurisdiction.Id));
        if (service is not null)
            form.Add(new("service_code", service.Code));
        form.Add(new("lat", Middle(jurisdiction.Area.South, jurisdiction.Area.North)));
        form.Add(new("long", Middle(jurisdiction.Area.West, jurisdiction.Area.East)));
        form.AddRange((service?.Attributes ?? []).Where(a => a.Required).Select(a =>
            KeyValuePair.Create($"attribute[{a.Code}]{(a.Datatype == "multivaluelist" ? "[]" : "")}", Sample.Of(a))));
        form.Add(new("description", "A first report"));
        return form;
    }

    static string Middle(decimal from, decimal to) => decimal.Round((from + to) / 2, 6).ToString(CultureInfo.InvariantCulture);
}
