using Open311.Protocol.Writing;

namespace Open311.Conformance.Tests.Support;

/// <summary>A service of the small town.</summary>
public sealed record TownService(string Code, string Name, bool Metadata, string Type = "realtime")
{
    /// <summary>Whether a definition is there; as metadata says, unless a test wants it otherwise.</summary>
    public bool HasDefinition { get; init; } = Metadata;

    public bool Demands { get; init; } = true;

    public DataObject Item() => new(
    [
        new("service_code", new DataText(Code)),
        new("service_name", new DataText(Name)),
        new("description", new DataText($"{Name} in a public place")),
        new("metadata", new DataBoolean(Metadata)),
        new("type", new DataText(Type)),
        new("keywords", new DataText("street, repair")),
        new("group", new DataText("streets")),
    ]);

    public Resource Definition() => new("service_definition", new DataObject(
    [
        new("service_code", new DataText(Code)),
        new("attributes", new DataList("attribute",
        [
            new DataObject(
            [
                new("variable", new DataBoolean(true)),
                new("code", new DataText("SIZE")),
                new("datatype", new DataText("singlevaluelist")),
                new("required", new DataBoolean(Demands)),
                new("datatype_description", DataNull.Instance),
                new("order", new DataNumber("1")),
                new("description", new DataText("How large is it?")),
                new("values", new DataList("value",
                [
                    new DataObject([new("key", new DataText("010")), new("name", new DataText("Small"))]),
                    new DataObject([new("key", new DataText("020")), new("name", new DataText("Large"))]),
                ])),
            ]),
        ])),
    ]));
}
