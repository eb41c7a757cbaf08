using Open311.Mock.Fixtures;

namespace Open311.Mock.Clients;

/// <summary>What is asked of clients, by id.</summary>
internal sealed class ClientRequirementCatalog
{
    readonly Dictionary<string, ClientRequirement> byId;

    ClientRequirementCatalog(IReadOnlyList<ClientRequirement> all)
    {
        All = all;
        byId = all.ToDictionary(r => r.Id);
    }

    public IReadOnlyList<ClientRequirement> All { get; }

    public ClientRequirement this[string id] => byId[id];

    public static ClientRequirementCatalog Load() =>
        new([.. FixtureText.Names("client-requirements")
            .Where(name => !name.EndsWith("/_set.yaml", StringComparison.Ordinal))
            .SelectMany(name => YamlFile.ReadList(name, FixtureText.Read(name)))
            .Select(Read)]);

    static ClientRequirement Read(YamlMap map) => new(
        map.Text("id"),
        map.Text("level"),
        map.Text("level_basis") == "inferred",
        map.Text("statement"),
        map.Text("clause"),
        map.Text("ambiguity") is "none" ? null : map.Text("ambiguity"),
        map.Text("fix"));
}
