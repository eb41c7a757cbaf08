using System.Globalization;
using Open311.Mock.Cities;
using Open311.Mock.Life;
using Open311.Mock.Store;
using Open311.Protocol.Dates;
using Open311.Protocol.Documents;
using Open311.Recordings.Reading;
using Open311.Recordings.Storing;

namespace Open311.Mock.Recorded;

/// <summary>The city that a recording speaks of: its services with their definitions, and its requests, as far as they can be read.</summary>
sealed class RecordedFacts(Recording recording, RecordedPaths paths)
{
    /// <summary>The key that may post to it, unless another is given.</summary>
    public const string Key = "recorded-city-key";

    readonly Dictionary<string, Service> services = new(StringComparer.Ordinal);
    readonly Dictionary<string, IReadOnlyList<ServiceAttribute>> definitions = new(StringComparer.Ordinal);
    readonly Dictionary<string, ServiceRequest> requests = new(StringComparer.Ordinal);
    string[] jurisdictions = [];

    /// <summary>Reads the city. What it names first counts.</summary>
    public City City()
    {
        jurisdictions = recording.Info.Jurisdictions is [_, ..] given ? [.. given] : [new Uri(recording.Info.Source).Host];
        Read(withRequests: false);
        foreach (var (code, attributes) in definitions)
        {
            if (services.TryGetValue(code, out var service))
                services[code] = service with { Attributes = attributes };
        }

        return new City
        {
            Name = new Uri(recording.Info.Source).Host,
            Jurisdictions = [.. jurisdictions.Select(j => new Jurisdiction(j, new Area(-90, 90, -180, 180), [], [], ""))],
            Keys = [Key],
            Discovery = new DiscoveryData("", "", "test", 0),
            Services = [.. services.Values],
            Requests = new RequestPlan(90, 0, 1, TimeSpan.FromMinutes(5)),
        };
    }

    /// <summary>Reads the requests, oldest first.</summary>
    /// <param name="city">What <see cref="City"/> gave.</param>
    /// <param name="shift">By how much their dates are moved.</param>
    public IReadOnlyList<ServiceRequest> Requests(City city, TimeSpan shift)
    {
        foreach (var service in city.Services)
            services[service.Code] = service;
        jurisdictions = [.. city.Jurisdictions.Select(j => j.Id)];
        Read(withRequests: true);
        return [.. requests.Values.OrderBy(r => r.Requested).Select((r, i) => Kept(r, i + 1, shift))];
    }

    // The state is a function of the course, so what was recorded last is all that happens.
    static ServiceRequest Kept(ServiceRequest recorded, int sequence, TimeSpan shift) => recorded with
    {
        Sequence = sequence,
        Requested = recorded.Requested + shift,
        Updated = recorded.Updated + shift,
        Listed = recorded.Listed + shift,
        Expected = recorded.Expected + shift,
        Course = [new LifeEvent(recorded.Updated + shift, recorded.Closed, recorded.StatusNotes)],
    };

    void Read(bool withRequests)
    {
        foreach (var take in recording.Cassette.Takes.Where(t => t is { Method: "GET", Status: 200 }))
        {
            if (paths.Resource(take) is not { } resource)
                continue;
            var isRequests = resource.Segments is ["requests", ..];
            if (isRequests != withRequests || (!isRequests && resource.Segments[0] != "services") || RecordedDocuments.Of(take, resource.Format) is not { } document)
                continue;
            var jurisdiction = QueryText.Arguments(take.Url).FirstOrDefault(a => a.Key == "jurisdiction_id").Value;
            if (isRequests)
                TakeRequests(document, jurisdictions.Contains(jurisdiction) ? jurisdiction : jurisdictions[0]);
            else if (resource.Segments is ["services"])
                TakeServices(document, jurisdiction);
            else if (resource.Segments is ["services", var code])
                definitions.TryAdd(code, Attributes(document));
        }
    }

    void TakeServices(Document document, string? jurisdiction)
    {
        IReadOnlyList<string> listedIn = jurisdiction is not null && jurisdictions.Contains(jurisdiction) ? [jurisdiction] : jurisdictions;
        foreach (var node in RecordedDocuments.Items(document, "service_code"))
        {
            var code = node.Value("service_code")!;
            if (services.TryGetValue(code, out var known))
            {
                services[code] = known with { Jurisdictions = [.. known.Jurisdictions.Union(listedIn)] };
                continue;
            }

            services.Add(code, new Service
            {
                Code = code,
                Name = node.Value("service_name") ?? code,
                Description = node.Value("description") ?? "",
                Type = Enum.TryParse<ServiceType>(node.Value("type"), ignoreCase: true, out var type) && Enum.IsDefined(type) ? type : ServiceType.Realtime,
                Keywords = node.Value("keywords") ?? "",
                Group = node.Value("group") ?? "",
                Jurisdictions = listedIn,
            });
        }
    }

    static IReadOnlyList<ServiceAttribute> Attributes(Document document)
    {
        var attributes = new List<ServiceAttribute>();
        foreach (var node in RecordedDocuments.Items(document, "datatype"))
        {
            if (node.Value("code") is not { } code || attributes.Exists(a => a.Code == code))
                continue;
            var datatype = node.Value("datatype")!.ToLowerInvariant();
            var values = RecordedValues(node.Child("values"));
            attributes.Add(new ServiceAttribute(
                code,
                ServiceAttribute.Datatypes.Contains(datatype) ? datatype : "string",
                node.Value("description") ?? "",
                IsTrue(node.Value("variable") ?? "true"),
                IsTrue(node.Value("required") ?? "false"),
                node.Value("datatype_description") ?? "",
                attributes.Count + 1,
                values));
        }

        return attributes;
    }

    static IReadOnlyList<AttributeValue> RecordedValues(Node? values) => values is null ? [] :
    [
        .. from value in values.Children
           let key = value.Value("key")
           where key is not null
           select new AttributeValue(key, value.Value("name") ?? key),
    ];

    void TakeRequests(Document document, string jurisdiction)
    {
        foreach (var node in RecordedDocuments.Items(document, "service_request_id"))
        {
            var id = node.Value("service_request_id")!;
            if (Instant(node, "requested_datetime") is not { } requested || requests.ContainsKey($"{jurisdiction}\n{id}"))
                continue;
            var code = node.Value("service_code") ?? "";
            requests.Add($"{jurisdiction}\n{id}", new ServiceRequest
            {
                Id = id,
                Jurisdiction = jurisdiction,
                Service = services.GetValueOrDefault(code) ?? new Service { Code = code, Name = node.Value("service_name") ?? code, Jurisdictions = [jurisdiction] },
                Closed = "closed".Equals(node.Value("status"), StringComparison.OrdinalIgnoreCase),
                StatusNotes = node.Value("status_notes") ?? "",
                Description = node.Value("description") ?? "",
                Requested = requested,
                Updated = Instant(node, "updated_datetime") ?? requested,
                Expected = Instant(node, "expected_datetime"),
                Address = node.Value("address") ?? "",
                AddressId = node.Value("address_id") ?? "",
                Zipcode = node.Value("zipcode") ?? "",
                Lat = Degrees(node, "lat"),
                Long = Degrees(node, "long"),
                MediaUrl = node.Value("media_url") ?? "",
                Listed = requested,
            });
        }
    }

    static DateTimeOffset? Instant(Node node, string name) => node.Value(name) is { } text && W3CDateTime.TryRead(text, out var read) ? read.Instant : null;

    static decimal? Degrees(Node node, string name) =>
        decimal.TryParse(node.Value(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && degrees is >= -180 and <= 180 ? degrees : null;

    static bool IsTrue(string text) => text.Equals("true", StringComparison.OrdinalIgnoreCase) || text == "1";
}
