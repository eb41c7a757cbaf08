using System.Text.Json;

namespace Open311.Testing.Hostile;

/// <summary>A city file whose services, requests and discovery are correct, and hostile in every text they have.</summary>
public static class HostileCity
{
    /// <summary>The city file: JSON, which is YAML, too.</summary>
    /// <param name="text">Put wherever a city may write what it likes.</param>
    public static string Yaml(string text) => JsonSerializer.Serialize(new
    {
        schema = "open311-city/1",
        name = text,
        jurisdictions = new object[]
        {
            new { id = "hostile.example", place = text, area = new { south = 41.6, north = 41.7, west = -70.7, east = -70.6 }, streets = new[] { text, "Harbor Street" }, zipcodes = new[] { "02536" } },
        },
        keys = new[] { "hostile-test-key" },
        discovery = new { contact = text, key_service = text, type = "test", days_since_change = 30 },
        services = new object[]
        {
            Service("001", text, 3),
            Service("a<b>&\"'c", text, 2),
        },
        requests = new { days = 100, recent = 120, first_number = 1000 },
    });

    static object Service(string code, string text, int weight) => new
    {
        code,
        name = text,
        description = text,
        keywords = text.Replace(',', ';'),
        group = text,
        type = "realtime",
        weight,
        agency = text,
        notice = text,
        expected_days = 3,
        attributes = new object[]
        {
            new { code = "WHERE<i>", datatype = "singlevaluelist", description = text, datatype_description = text, required = true, values = new[] { new { key = "<u>", name = text }, new { key = "2", name = "plain" } } },
        },
        descriptions = new[] { text },
        closing_notes = new[] { text },
    };
}
