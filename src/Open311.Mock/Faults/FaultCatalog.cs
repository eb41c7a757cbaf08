using Open311.Mock.Fixtures;

namespace Open311.Mock.Faults;

/// <summary>All known faults.</summary>
public sealed class FaultCatalog
{
    readonly Dictionary<string, Fault> byId;

    FaultCatalog(IReadOnlyList<Fault> all, Dictionary<string, Fault> byId)
    {
        All = all;
        this.byId = byId;
    }

    /// <summary>In the order of files and within them.</summary>
    public IReadOnlyList<Fault> All { get; }

    /// <summary>Reads the embedded faults.</summary>
    /// <exception cref="FixtureException">A file is malformed or an id occurs twice.</exception>
    public static FaultCatalog Load() => Of(FixtureText.Names("faults").Select(name => (name, FixtureText.Read(name))));

    /// <summary>Reads faults from text.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="yaml">The content of a fault file.</param>
    /// <exception cref="FixtureException">The text is malformed or an id occurs twice.</exception>
    public static FaultCatalog Parse(string file, string yaml) => Of([(file, yaml)]);

    /// <summary>The fault of that id.</summary>
    /// <exception cref="FixtureException">There is none.</exception>
    public Fault Find(string id) => byId.TryGetValue(id, out var fault)
        ? fault
        : throw new FixtureException(id, 0, "There is no fault of this id.");

    static FaultCatalog Of(IEnumerable<(string File, string Yaml)> files)
    {
        var all = new List<Fault>();
        var byId = new Dictionary<string, Fault>();
        foreach (var (file, yaml) in files)
        {
            foreach (var map in YamlFile.ReadList(file, yaml))
            {
                var fault = new Fault(map);
                if (!byId.TryAdd(fault.Id, fault))
                    throw map.Problem("id", $"The id '{fault.Id}' is already that of {byId[fault.Id].Source}.");
                all.Add(fault);
            }
        }

        return new FaultCatalog(all, byId);
    }
}
