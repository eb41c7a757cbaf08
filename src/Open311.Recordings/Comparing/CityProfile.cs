using Open311.Protocol;
using Open311.Protocol.Documents;
using Open311.Recordings.Cassettes;
using Open311.Recordings.Reading;
using Open311.Recordings.Storing;

namespace Open311.Recordings.Comparing;

/// <summary>What a recording says of a city, apart from which requests it has at the moment.</summary>
sealed class CityProfile
{
    static readonly string[] describing = ["service_name", "description", "metadata", "type", "keywords", "group"];
    static readonly string[] defining = ["datatype", "required", "variable", "description", "datatype_description", "order"];

    readonly RecordedPaths paths;

    public CityProfile(Recording recording)
    {
        paths = new RecordedPaths(recording);
        // What was asked in an odd manner says something of that manner; where nothing else was asked, it has to do.
        var takes = recording.Cassette.Takes.Where(t => t.Method == "GET" && t.Status > 0).ToList();
        var plain = takes.Where(t => Replaying.Manner.Of(t.RequestHeaders).Length == 0).ToList();
        foreach (var take in plain.Count > 0 ? plain : takes)
            Note(take);
    }

    /// <summary>Service code to field to value, as listed without a difference between the formats.</summary>
    public Dictionary<string, Dictionary<string, string>> Services { get; } = new(StringComparer.Ordinal);

    /// <summary>Service code to attribute code to field to value; null for a definition that was refused.</summary>
    public Dictionary<string, Dictionary<string, Dictionary<string, string>>> Definitions { get; } = new(StringComparer.Ordinal);

    /// <summary>Resource and format to its fields.</summary>
    public Dictionary<string, FieldProfile> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Resource and format to the media types of its answers.</summary>
    public Dictionary<string, SortedSet<string>> MediaTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>Question to status, but for those of single requests.</summary>
    public Dictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    /// <summary>Resource and format of single requests to question to status.</summary>
    public Dictionary<string, Dictionary<string, int>> Singles { get; } = new(StringComparer.Ordinal);

    /// <summary>The endpoints that discovery lists, each in one line.</summary>
    public SortedSet<string>? Endpoints { get; private set; }

    void Note(Take take)
    {
        var isDiscovery = RecordedPaths.IsDiscovery(take);
        if (paths.Resource(take) is not { } resource && !isDiscovery)
            return;
        var format = take.Url.Split('?')[0].EndsWith("json", StringComparison.OrdinalIgnoreCase) ? DataFormat.Json : DataFormat.Xml;
        var segments = isDiscovery ? ["discovery"] : paths.Resource(take)!.Value.Segments;
        var name = $"{Name(segments)}.{(format == DataFormat.Json ? "json" : "xml")}";
        var statuses = segments is ["requests", _] ? Singles.TryGetValue(name, out var singles) ? singles : Singles[name] = new(StringComparer.Ordinal) : Statuses;
        statuses.TryAdd(Question(take), take.Status);
        var isError = take.Status >= 400;
        if (take.Status is not (>= 200 and < 300) && !isError)
            return;
        var where = isError ? $"refusals of {name}" : name;
        var type = take.ResponseHeaders.FirstOrDefault(h => h.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
        (MediaTypes.TryGetValue(where, out var types) ? types : MediaTypes[where] = new(StringComparer.Ordinal)).Add(Plain(type));
        var profile = Fields.TryGetValue(where, out var known) ? known : Fields[where] = new FieldProfile();
        profile.Answers++;
        if (RecordedDocuments.Of(take, format) is not { } document)
        {
            profile.Unreadable |= !take.ResponseBody.IsEmpty;
            return;
        }

        if (isError)
            profile.Add(RecordedDocuments.Items(document, "description"));
        else
            NoteData(segments, document, profile);
    }

    void NoteData(string[] segments, Document document, FieldProfile profile)
    {
        switch (segments)
        {
            case ["services"]:
                var services = RecordedDocuments.Items(document, "service_code");
                profile.Add(services);
                foreach (var service in services)
                    Services.TryAdd(service.Value("service_code")!, Values(service, describing));
                break;
            case ["services", var code]:
                var attributes = RecordedDocuments.Items(document, "datatype");
                profile.Add(attributes);
                var definition = Definitions.TryGetValue(code, out var known) ? known : Definitions[code] = new(StringComparer.Ordinal);
                foreach (var attribute in attributes)
                    definition.TryAdd(attribute.Value("code") ?? "", AttributeValues(attribute));
                break;
            case ["requests", ..]:
                profile.Add(RecordedDocuments.Items(document, "service_request_id"));
                break;
            case ["discovery"]:
                Endpoints ??= new(StringComparer.Ordinal);
                foreach (var endpoint in RecordedDocuments.Items(document, "specification"))
                    Endpoints.Add($"{endpoint.Value("type")} {endpoint.Value("specification")}: {string.Join(", ", (endpoint.Child("formats")?.Children ?? []).Select(f => f.Text).Order(StringComparer.Ordinal))}");
                break;
        }
    }

    static Dictionary<string, string> AttributeValues(Node attribute)
    {
        var values = Values(attribute, defining);
        if (attribute.Child("values") is { Children.Count: > 0 } offered)
            values["values"] = string.Join(", ", offered.Children.Select(v => v.Value("key") ?? v.Text).Order(StringComparer.Ordinal));
        return values;
    }

    static Dictionary<string, string> Values(Node node, string[] names) =>
        names.Where(n => node.Child(n) is not null).ToDictionary(n => n, n => Same(n, node.Child(n)!.Text), StringComparer.Ordinal);

    // Blanks, and the order of what has none, make no difference.
    static string Same(string name, string text)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name == "keywords" ? string.Join(", ", plain.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal)) : plain;
    }

    string Question(Take take)
    {
        var below = paths.Origin.Length + paths.Endpoint.Length <= take.Url.Length && take.Url.StartsWith(paths.Origin + paths.Endpoint, StringComparison.OrdinalIgnoreCase)
            ? take.Url[(paths.Origin.Length + paths.Endpoint.Length)..]
            : take.Url[Math.Min(paths.Origin.Length, take.Url.Length)..];
        return new Replaying.QuestionText("GET", below, default, null) is var text ? text.Dated?.Text.Trim() ?? text.Keyless.Trim() : below;
    }

    static string Name(string[] segments) => segments switch
    {
        [var list] => list,
        ["services", _] => "services/CODE",
        [var list, _] => $"{list}/ID",
        _ => string.Join('/', segments),
    };

    static string Plain(string? type) => (type ?? "none").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
