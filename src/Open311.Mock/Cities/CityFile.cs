using Open311.Mock.Fixtures;

namespace Open311.Mock.Cities;

/// <summary>Reads a city file and refuses what a city cannot be.</summary>
internal static class CityFile
{
    public static City Read(string file, string yaml)
    {
        var root = YamlFile.ReadMap(file, yaml);
        if (root.Text("schema") is not "open311-city/1")
            throw root.Problem("schema", "'schema' must be open311-city/1.");
        var jurisdictions = root.Maps("jurisdictions").Select(Jurisdiction).ToArray();
        if (jurisdictions.Length == 0)
            throw root.Problem("jurisdictions", "'jurisdictions' must name at least one jurisdiction.");
        Distinct(root.Maps("jurisdictions"), "id");
        string[] ids = [.. jurisdictions.Select(j => j.Id)];
        var services = root.Maps("services").Select(map => Service(map, ids)).ToArray();
        if (services.Length == 0)
            throw root.Problem("services", "'services' must name at least one service.");
        Distinct(root.Maps("services"), "code");
        var city = new City
        {
            Name = root.Text("name"),
            Jurisdictions = jurisdictions,
            Keys = root.Texts("keys"),
            Discovery = Discovery(root.Map("discovery")),
            Services = services,
            Requests = Plan(root.Map("requests")),
            Life = Life(root) ?? LifeRule.Usual,
        };
        root.RefuseOthers();
        return city;
    }

    static Jurisdiction Jurisdiction(YamlMap map)
    {
        var box = map.Map("area");
        var area = new Area(box.Number("south"), box.Number("north"), box.Number("west"), box.Number("east"));
        box.RefuseOthers();
        if (area.South < -90 || area.North > 90 || area.West < -180 || area.East > 180 || area.South >= area.North || area.West >= area.East)
            throw box.Problem("'area' must be a box in WGS84 degrees with south below north and west below east.");
        var jurisdiction = new Jurisdiction(map.Text("id"), area, Filled(map, "streets"), Filled(map, "zipcodes"), map.Text("place"));
        map.RefuseOthers();
        return jurisdiction;
    }

    static DiscoveryData Discovery(YamlMap map)
    {
        var data = new DiscoveryData(
            map.Text("contact"), map.Text("key_service"), map.OptionalText("type") ?? "test", map.Whole("days_since_change", 30));
        if (data.Type is not ("test" or "production"))
            throw map.Problem("type", $"'type' must be test or production, not '{data.Type}'.");
        if (data.DaysSinceChange < 1)
            throw map.Problem("days_since_change", "'days_since_change' must be at least 1.");
        map.RefuseOthers();
        return data;
    }

    static RequestPlan Plan(YamlMap map)
    {
        var plan = new RequestPlan(
            map.Whole("days", 200),
            map.Whole("recent", 600),
            map.Whole("first_number", 1),
            TimeSpan.FromSeconds(map.Whole("batch_seconds", 2)));
        if (plan.Days is < 0 or > 3660 || plan.Recent is < 0 or > 1_000_000)
            throw map.Problem("'days' must lie between 0 and 3660 and 'recent' between 0 and 1000000.");
        if (plan.FirstNumber is < 0 or > 1_000_000_000)
            throw map.Problem("first_number", "'first_number' must lie between 0 and 1000000000.");
        if (plan.BatchDelay < TimeSpan.Zero)
            throw map.Problem("batch_seconds", "'batch_seconds' must not be negative.");
        map.RefuseOthers();
        return plan;
    }

    static Service Service(YamlMap map, string[] jurisdictions)
    {
        var listedBy = map.Texts("jurisdictions");
        if (listedBy.FirstOrDefault(id => !jurisdictions.Contains(id)) is { } unknown)
            throw map.Problem("jurisdictions", $"'{unknown}' is not the id of a jurisdiction of this city.");
        var attributes = map.Maps("attributes").Select(Attribute).ToArray();
        Distinct(map.Maps("attributes"), "code");
        Distinct(map.Maps("attributes"), "order");
        var service = new Service
        {
            Code = map.Text("code"),
            Name = map.Text("name"),
            Description = map.OptionalText("description") ?? "",
            Type = map.Choice("type", ServiceType.Realtime),
            Keywords = map.OptionalText("keywords") ?? "",
            Group = map.OptionalText("group") ?? "",
            Attributes = attributes,
            Jurisdictions = listedBy.Count == 0 ? jurisdictions : listedBy,
            Weight = map.Whole("weight", 0),
            Descriptions = map.Texts("descriptions"),
            ClosingNotes = map.Texts("closing_notes"),
            Agency = map.OptionalText("agency") ?? "",
            Notice = map.OptionalText("notice") ?? "",
            ExpectedDays = map.Has("expected_days") ? map.Whole("expected_days", 0) : null,
            IdForm = map.OptionalText("id_form") ?? "{number}",
            Life = Life(map),
            IdAfter = map.Has("id_after") ? map.Span("id_after", default) : null,
        };
        if (!service.IdForm.Contains("{number}", StringComparison.Ordinal))
            throw map.Problem("id_form", "'id_form' must contain {number}, or ids would repeat.");
        if (service.Weight is < 0 or > 1_000_000)
            throw map.Problem("weight", "'weight' must lie between 0 and 1000000.");
        if (service.ExpectedDays is < 0 or > 3650)
            throw map.Problem("expected_days", "'expected_days' must lie between 0 and 3650.");
        if (service is { Weight: > 0, ClosingNotes.Count: 0 })
            throw map.Problem("A service with a weight needs 'closing_notes': closed requests say what was done.");
        map.RefuseOthers();
        return service;
    }

    static IReadOnlyList<LifeRule>? Life(YamlMap map) => map.Has("life") ? [.. map.Maps("life").Select(Rule)] : null;

    static LifeRule Rule(YamlMap map)
    {
        var (from, to) = (map.Choice("from", LifeStatus.Open), map.Choice("to", LifeStatus.Open));
        var after = map.Span("after", TimeSpan.Zero);
        var until = map.Span("until", after);
        var share = map.Has("share") ? map.Number("share") : 1;
        if (until < after)
            throw map.Problem("until", "'until' must not be shorter than 'after'.");
        if (share is < 0 or > 1)
            throw map.Problem("share", "'share' must lie between 0 and 1.");
        var rule = new LifeRule(from == LifeStatus.Closed, to == LifeStatus.Closed, after, until, (double)share, map.Texts("notes"));
        map.RefuseOthers();
        return rule;
    }

    enum LifeStatus
    {
        Open,
        Closed,
    }

    static ServiceAttribute Attribute(YamlMap map, int index)
    {
        var values = map.Maps("values").Select(Value).ToArray();
        Distinct(map.Maps("values"), "key");
        var attribute = new ServiceAttribute(
            map.Text("code"),
            map.Text("datatype"),
            map.Text("description"),
            map.Flag("variable", true),
            map.Flag("required", false),
            map.OptionalText("datatype_description") ?? "",
            map.Whole("order", index + 1),
            values);
        if (!ServiceAttribute.Datatypes.Contains(attribute.Datatype))
            throw map.Problem("datatype", $"'datatype' must be one of {string.Join(", ", ServiceAttribute.Datatypes)}, not '{attribute.Datatype}'.");
        if (attribute.Order < 1)
            throw map.Problem("order", "'order' must be at least 1.");
        if (attribute.IsList != values.Length > 0)
            throw map.Problem("values", "'values' belong to singlevaluelist and multivaluelist, and only there.");
        if (attribute is { Variable: false, Required: true })
            throw map.Problem("required", "An attribute with variable: false cannot be required, since nobody can answer it.");
        map.RefuseOthers();
        return attribute;
    }

    static AttributeValue Value(YamlMap map)
    {
        var value = new AttributeValue(map.Text("key"), map.Text("name"));
        map.RefuseOthers();
        return value;
    }

    static IReadOnlyList<string> Filled(YamlMap map, string name) =>
        map.Texts(name) is { Count: > 0 } texts ? texts : throw map.Problem(name, $"'{name}' must name at least one.");

    static void Distinct(IReadOnlyList<YamlMap> maps, string name)
    {
        var seen = new HashSet<string>();
        foreach (var map in maps)
        {
            if (map.OptionalText(name) is { } text && !seen.Add(text))
                throw map.Problem(name, $"'{name}' must be unique, and '{text}' occurs twice.");
        }
    }
}
