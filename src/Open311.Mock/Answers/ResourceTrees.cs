using System.Globalization;
using Open311.Mock.Cities;
using Open311.Mock.Store;
using Open311.Protocol.Dates;
using Open311.Protocol.Writing;

namespace Open311.Mock.Answers;

/// <summary>Builds the trees of all resources, fields in the order of the specification's tables.</summary>
internal static class ResourceTrees
{
    public static Resource Errors(IReadOnlyList<ErrorItem> errors) => new("errors", new DataList("error", [.. errors.Select(e =>
        Fields(("code", Code(e.Code)), ("description", Text(e.Description))))]));

    public static Resource Services(IEnumerable<Service> services) => new("services", new DataList("service", [.. services.Select(s => Fields(
        ("service_code", Text(s.Code)),
        ("service_name", Text(s.Name)),
        ("description", Text(s.Description)),
        ("metadata", new DataBoolean(s.Attributes.Count > 0)),
        ("type", Text(s.Type.ToString().ToLowerInvariant())),
        ("keywords", Text(s.Keywords)),
        ("group", Text(s.Group))))]));

    public static Resource Definition(Service service) => new("service_definition", Fields(
        ("service_code", Text(service.Code)),
        ("attributes", new DataList("attribute", [.. service.Attributes.Select(Attribute)]))));

    public static Resource Requests(IEnumerable<ServiceRequest> requests) =>
        new("service_requests", new DataList("request", [.. requests.Select(Request)]));

    public static Resource Token(string token, string id) => new("service_requests", new DataList("request", [Fields(
        ("token", Text(token)),
        ("service_request_id", Text(id)))]));

    public static Resource Posted(ServiceRequest request) => new("service_requests", new DataList("request", [Fields(
        request.Service.Type == ServiceType.Batch ? ("token", Text(request.Token)) : ("service_request_id", Text(request.Id)),
        ("service_notice", Text(request.Service.Notice)),
        ("account_id", DataNull.Instance))]));

    public static DataObject Fields(params ReadOnlySpan<(string Name, Datum Value)> fields)
    {
        var named = new KeyValuePair<string, Datum>[fields.Length];
        for (var i = 0; i < fields.Length; i++)
            named[i] = KeyValuePair.Create(fields[i].Name, fields[i].Value);
        return new DataObject(named);
    }

    static DataObject Attribute(ServiceAttribute a)
    {
        (string, Datum)[] fields =
        [
            ("variable", new DataBoolean(a.Variable)),
            ("code", Text(a.Code)),
            ("datatype", Text(a.Datatype)),
            ("required", new DataBoolean(a.Required)),
            ("datatype_description", Text(a.DatatypeDescription)),
            ("order", new DataNumber(a.Order.ToString(CultureInfo.InvariantCulture))),
            ("description", Text(a.Description)),
        ];
        return a.IsList
            ? Fields([.. fields, ("values", new DataList("value", [.. a.Values.Select(v => Fields(("key", Text(v.Key)), ("name", Text(v.Name))))]))])
            : Fields(fields);
    }

    static DataObject Request(ServiceRequest r) => Fields(
        ("service_request_id", Text(r.Id)),
        ("status", Text(r.Status)),
        ("status_notes", Text(r.StatusNotes)),
        ("service_name", Text(r.Service.Name)),
        ("service_code", Text(r.Service.Code)),
        ("description", Text(r.Description)),
        ("agency_responsible", Text(r.Service.Agency)),
        ("service_notice", Text(r.Service.Notice)),
        ("requested_datetime", Date(r.Requested)),
        ("updated_datetime", Date(r.Updated)),
        ("expected_datetime", r.Expected is { } expected ? Date(expected) : DataNull.Instance),
        ("address", Text(r.Address)),
        ("address_id", Text(r.AddressId)),
        ("zipcode", Text(r.Zipcode)),
        ("lat", Number(r.Lat)),
        ("long", Number(r.Long)),
        ("media_url", Text(r.MediaUrl)));

    static Datum Code(string code) => code.All(char.IsAsciiDigit) ? new DataNumber(code) : Text(code);

    static Datum Text(string text) => text.Length == 0 ? DataNull.Instance : new DataText(text);

    static Datum Date(DateTimeOffset time) => new DataText(W3CDateTime.Write(time));

    static Datum Number(decimal? value) =>
        value is { } number ? new DataNumber(number.ToString(CultureInfo.InvariantCulture)) : DataNull.Instance;
}
