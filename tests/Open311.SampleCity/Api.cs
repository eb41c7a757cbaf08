using System.Globalization;
using System.Xml.Linq;

namespace Open311.SampleCity;

/// <summary>The resources of GeoReport v2 and Service Discovery.</summary>
sealed class Api(Town town)
{
    const int LongestDescription = 4000;
    const string Base = "/open311/v2";
    const string Formats = "{format:regex(^(xml|json)$)}";

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"/open311/discovery.{Formats}", (HttpRequest call, string format) => Answer.Of(Discovery(call), format));
        app.MapGet($"{Base}/services.{Formats}", (string format) => Answer.Of(new XElement("services", town.Services.Select(Listed)), format));
        app.MapGet($"{Base}/services/{{code}}.{Formats}", (string code, string format) =>
            town.Services.FirstOrDefault(s => s.Code == code) is { } service ? Answer.Of(Definition(service), format) : Answer.Refusal(404, "There is no such service_code.", format));
        app.MapGet($"{Base}/requests.{Formats}", (HttpRequest call, string format) => new Search(town).Find(call.Query, out var problem) is { } found
            ? Answer.Of(Requests(found), format)
            : Answer.Refusal(400, problem!, format));
        app.MapGet($"{Base}/requests/{{id}}.{Formats}", (string id, string format) =>
            town.Reports.FirstOrDefault(r => r.Id == id) is { } report ? Answer.Of(Requests([report]), format) : Answer.Refusal(404, "There is no such service_request_id.", format));
        app.MapGet($"{Base}/tokens/{{token}}.{Formats}", (string format) => Answer.Refusal(404, "There is no such token.", format));
        app.MapPost($"{Base}/requests.{Formats}", PostAsync);
    }

    async Task<IResult> PostAsync(HttpRequest call, string format)
    {
        if (!call.HasFormContentType)
            return Answer.Refusal(400, "The report must be a form.", format);
        var form = await call.ReadFormAsync();
        string? Field(string name) => form[name].ToString() is { Length: > 0 } text ? text : null;
        if (Field("api_key") != Town.Key)
            return Answer.Refusal(403, Field("api_key") is null ? "api_key is missing." : "The api_key is not known.", format);
        if (Field("service_code") is not { } code)
            return Answer.Refusal(400, "service_code is missing.", format);
        if (town.Services.FirstOrDefault(s => s.Code == code) is not { } service)
            return Answer.Refusal(404, "There is no such service_code.", format);
        if (service.Question is not null && Field("attribute[DEPTH]") is null)
            return Answer.Refusal(400, "attribute[DEPTH] is missing.", format);
        var (lat, lon, address) = (Degrees(Field("lat"), 90), Degrees(Field("long"), 180), Field("address_string"));
        if ((lat is null || lon is null) && address is null && Field("address_id") is null)
            return Answer.Refusal(400, "A location is missing: lat and long, address_string or address_id.", format);
        if (Field("description") is { Length: > LongestDescription })
            return Answer.Refusal(400, $"description has more than {LongestDescription} characters.", format);
        var report = town.Add(service, Field("description") ?? "", lat, lon, address ?? (Field("address_id") is { } id ? $"Address no. {id}" : null));
        return Answer.Of(new XElement("service_requests", new XElement("request",
            new XElement("service_request_id", report.Id), new XElement("service_notice"), new XElement("account_id"))), format, 201);
    }

    static decimal? Degrees(string? text, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= most ? value : null;

    static XElement Discovery(HttpRequest call) => new("discovery",
        new XElement("changeset", "2026-01-10T09:00:00Z"),
        new XElement("contact", "open311@sample.example"),
        new XElement("key_service", "Ask open311@sample.example for a key."),
        new XElement("endpoints", new XElement("endpoint",
            new XElement("specification", "http://wiki.open311.org/GeoReport_v2"),
            new XElement("url", $"{call.Scheme}://{call.Host}{Base}"),
            new XElement("changeset", "2026-01-10T09:00:00Z"),
            new XElement("type", "test"),
            new XElement("formats", new XElement("format", "text/xml"), new XElement("format", "application/json")))));

    static XElement Listed(Service service) => new("service",
        new XElement("service_code", service.Code),
        new XElement("service_name", service.Name),
        new XElement("description", service.Description),
        new XElement("metadata", service.Question is not null),
        new XElement("type", "realtime"),
        new XElement("keywords"),
        new XElement("group", "Streets"));

    static XElement Definition(Service service) => new("service_definition",
        new XElement("service_code", service.Code),
        new XElement("attributes", service.Question is null ? null : new XElement("attribute",
            new XElement("variable", true),
            new XElement("code", "DEPTH"),
            new XElement("datatype", "string"),
            new XElement("required", true),
            new XElement("datatype_description"),
            new XElement("order", 1),
            new XElement("description", service.Question))));

    static XElement Requests(IEnumerable<Report> reports) => new("service_requests", reports.Select(r => new XElement("request",
        new XElement("service_request_id", r.Id),
        new XElement("status", r.Status),
        new XElement("status_notes"),
        new XElement("service_name", r.Service.Name),
        new XElement("service_code", r.Service.Code),
        new XElement("description", r.Description),
        new XElement("agency_responsible"),
        new XElement("service_notice"),
        new XElement("requested_datetime", Answer.Instant(r.Requested)),
        new XElement("updated_datetime", Answer.Instant(r.Updated)),
        new XElement("expected_datetime"),
        new XElement("address", r.Address),
        new XElement("address_id"),
        new XElement("zipcode"),
        new XElement("lat", r.Lat),
        new XElement("long", r.Long),
        new XElement("media_url"))));
}
