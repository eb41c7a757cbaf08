namespace Open311.Mock.Tests.Clients;

/// <summary>Cities that only these tests need.</summary>
internal static class CityFiles
{
    const string Blank = """
        schema: open311-city/1
        name: Blank City
        jurisdictions:
          - { id: blank.example, place: Blank, area: { south: 1, north: 2, west: 1, east: 2 }, streets: [Main Street], zipcodes: ["00001"] }
        keys: [blank-key]
        discovery: { contact: a@blank.example, key_service: https://blank.example, type: test, days_since_change: 3 }
        services:
          - code: tree care
            name: Trees
            attributes:
              - { code: COUNT, datatype: number, description: How many?, required: true }
              - { code: WHEN, datatype: datetime, description: Since when? }
              - { code: NOTE, datatype: string, description: One line. }
              - { code: STORY, datatype: text, description: More. }
              - { code: KIND, datatype: singlevaluelist, description: Which?, values: [{ key: o, name: Oak }, { key: b, name: Birch }] }
              - { code: DAYS, datatype: multivaluelist, description: When?, values: [{ key: mon, name: Monday }, { key: tue, name: Tuesday }] }
              - { code: INFO, datatype: string, description: Only shown., variable: false }
          - { code: "001", name: Plain }
          - { code: later, name: Later, type: batch }
        requests: { days: 0, recent: 0, batch_seconds: 1 }
        """;

    /// <summary>The name of an embedded city as it is, and the path of one of these.</summary>
    public static string PathOf(string name)
    {
        if (name != "blank-city")
            return name;
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "blank-city.yaml");
        if (!File.Exists(path))
            File.WriteAllText(path, Blank);
        return path;
    }
}
