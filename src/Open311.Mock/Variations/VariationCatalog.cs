using Open311.Mock.Fixtures;

namespace Open311.Mock.Variations;

/// <summary>All known variations.</summary>
public sealed class VariationCatalog
{
    readonly Dictionary<string, Variation> byId;

    VariationCatalog(IReadOnlyList<Variation> all, Dictionary<string, Variation> byId)
    {
        All = all;
        this.byId = byId;
    }

    /// <summary>In the order of files and within them.</summary>
    public IReadOnlyList<Variation> All { get; }

    /// <summary>Reads the embedded variations.</summary>
    /// <exception cref="FixtureException">A file is malformed or an id occurs twice.</exception>
    public static VariationCatalog Load() => Of(FixtureText.Names("variations").Select(name => (name, FixtureText.Read(name))));

    /// <summary>Reads variations from text.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="yaml">The content of a variation file.</param>
    /// <exception cref="FixtureException">The text is malformed or an id occurs twice.</exception>
    public static VariationCatalog Parse(string file, string yaml) => Of([(file, yaml)]);

    /// <summary>The variation of that id.</summary>
    /// <exception cref="FixtureException">There is none.</exception>
    public Variation Find(string id) => byId.TryGetValue(id, out var variation)
        ? variation
        : throw new FixtureException(id, 0, "There is no variation of this id.");

    static VariationCatalog Of(IEnumerable<(string File, string Yaml)> files)
    {
        var all = new List<Variation>();
        var byId = new Dictionary<string, Variation>();
        foreach (var (file, yaml) in files)
        {
            foreach (var map in YamlFile.ReadList(file, yaml))
            {
                var variation = new Variation(map);
                if (!byId.TryAdd(variation.Id, variation))
                    throw map.Problem("id", $"The id '{variation.Id}' is already that of {byId[variation.Id].Source}.");
                all.Add(variation);
            }
        }

        return new VariationCatalog(all, byId);
    }
}
