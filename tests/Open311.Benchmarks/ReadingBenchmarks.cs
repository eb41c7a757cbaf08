using System.Text.Json;
using System.Xml;
using BenchmarkDotNet.Attributes;
using Open311.Protocol;
using Open311.Protocol.Documents;
using Open311.Protocol.Writing;

namespace Open311.Benchmarks;

/// <summary>Reading a list of 1,000 service requests into a document, beside the bare reader of the format.</summary>
[MemoryDiagnoser]
[ShortRunJob]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ReadingBenchmarks
{
    byte[] xml = [];
    byte[] json = [];

    /// <summary>Makes the list once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var list = new Resource("service_requests", new DataList("request", [.. Enumerable.Range(1, 1000).Select(Request)]));
        xml = ResourceWriter.Write(list, DataFormat.Xml);
        json = ResourceWriter.Write(list, DataFormat.Json);
    }

    /// <summary>The yardstick for XML.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("xml")]
    public int BareXmlReader()
    {
        using var reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var characters = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Text)
                characters += reader.Value.Length;
        }

        return characters;
    }

    /// <summary>Ours for XML.</summary>
    [Benchmark, BenchmarkCategory("xml")]
    public int DocumentFromXml() => DocumentReader.Read(xml, DataFormat.Xml).Document!.Root.Children.Count;

    /// <summary>The yardstick for JSON.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("json")]
    public int BareUtf8JsonReader()
    {
        var reader = new Utf8JsonReader(json);
        var characters = 0;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                characters += reader.GetString()!.Length;
        }

        return characters;
    }

    /// <summary>Ours for JSON.</summary>
    [Benchmark, BenchmarkCategory("json")]
    public int DocumentFromJson() => DocumentReader.Read(json, DataFormat.Json).Document!.Root.Children.Count;

    static DataObject Request(int number) => new(
    [
        new("service_request_id", new DataText($"2026-{number:D6}")),
        new("status", new DataText(number % 3 == 0 ? "closed" : "open")),
        new("status_notes", DataNull.Instance),
        new("service_name", new DataText("Sidewalk and Curb Issues")),
        new("service_code", new DataText("006")),
        new("description", new DataText($"A large hole & a broken curb at number {number}; mind the <gap> – bitte prüfen.")),
        new("agency_responsible", DataNull.Instance),
        new("service_notice", DataNull.Instance),
        new("requested_datetime", new DataText("2026-04-14T06:37:38-08:00")),
        new("updated_datetime", new DataText("2026-04-14T06:37:38-08:00")),
        new("expected_datetime", new DataText("2026-04-15T06:37:38-08:00")),
        new("address", new DataText("8TH AVE and JUDAH ST")),
        new("address_id", new DataText("545483")),
        new("zipcode", new DataText("94122")),
        new("lat", new DataNumber("37.762221815")),
        new("long", new DataNumber("-122.4651145")),
        new("media_url", new DataText("http://city.example/requests/media/638344.jpg")),
    ]);
}
