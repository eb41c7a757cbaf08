using Open311.Mock.Alterations;
using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;
using Open311.Mock.Variations;
using Open311.Protocol;

namespace Open311.Mock.Dialects;

/// <summary>How a family of real servers speaks. Read from <c>fixtures/dialects/*.yaml</c>; the facts are those of the dialects document.</summary>
public sealed record Dialect
{
    const string Schema = "open311-dialect/1";

    internal Dialect(string file, string yaml, FaultCatalog faults, VariationCatalog variations)
    {
        var map = YamlFile.ReadMap(file, yaml);
        if (map.Text("schema") is not Schema)
            throw map.Problem("schema", $"'schema' must be {Schema}.");
        Id = map.Text("id");
        if (Id != Path.GetFileNameWithoutExtension(file))
            throw map.Problem("id", $"The id '{Id}' must be the name of the file.");
        Title = map.Text("title");
        Software = map.Text("software");
        Places = map.Texts("places");
        City = map.OptionalText("city");
        Formats = [.. map.Texts("formats").Select(text => Format(map, text))];
        Types = map.Has("type") ? map.Choice("type", ServiceTypeMode.Mixed) : null;
        Needs = map.Texts("needs");
        Corpus = map.Has("corpus") ? new RecordedLikeness(map.Map("corpus")) : null;
        Deviations = [.. map.Maps("deviations").Select(d => new Deviation(d, faults, variations))];
        if (Deviations.Count == 0)
            throw map.Problem("deviations", $"The dialect '{Id}' deviates in nothing.");
        map.RefuseOthers();
    }

    /// <summary>What the operator types, such as <c>boston</c>.</summary>
    public string Id { get; }

    /// <summary>One sentence.</summary>
    public string Title { get; }

    /// <summary>The program behind it.</summary>
    public string Software { get; }

    /// <summary>Places whose servers speak it.</summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>The embedded city it is spoken in; null for the default.</summary>
    public string? City { get; }

    /// <summary>The formats served; empty for both.</summary>
    public IReadOnlyList<DataFormat> Formats { get; }

    /// <summary>The type of all its services; null for those of the city.</summary>
    public ServiceTypeMode? Types { get; }

    /// <summary>What a suite has to be told to see all of it, such as <c>jurisdiction</c>.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <summary>How recorded answers of the real program compare; null where there are none.</summary>
    public RecordedLikeness? Corpus { get; }

    /// <summary>What is otherwise than in the specification, or one of its freedoms.</summary>
    public IReadOnlyList<Deviation> Deviations { get; }

    internal IReadOnlyList<Alteration> Alterations() => [.. Deviations.SelectMany(d => d.Alterations())];

    static DataFormat Format(YamlMap map, string text) => text switch
    {
        "xml" => DataFormat.Xml,
        "json" => DataFormat.Json,
        _ => throw map.Problem("formats", $"'{text}' is not a format; formats are xml and json."),
    };
}
