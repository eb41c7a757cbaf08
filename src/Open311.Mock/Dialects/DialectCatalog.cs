using Open311.Mock.Faults;
using Open311.Mock.Fixtures;
using Open311.Mock.Variations;

namespace Open311.Mock.Dialects;

/// <summary>All known dialects.</summary>
public sealed class DialectCatalog
{
    DialectCatalog(IReadOnlyList<Dialect> all) => All = all;

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Dialect> All { get; }

    /// <summary>Reads the embedded dialects.</summary>
    /// <exception cref="FixtureException">A file is malformed.</exception>
    public static DialectCatalog Load()
    {
        var (faults, variations) = (FaultCatalog.Load(), VariationCatalog.Load());
        return new([.. FixtureText.Names("dialects").Select(name => new Dialect(name, FixtureText.Read(name), faults, variations))]);
    }

    /// <summary>Reads one dialect from text.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="yaml">The content of a dialect file.</param>
    /// <exception cref="FixtureException">The text is malformed.</exception>
    public static Dialect Parse(string file, string yaml) => new(file, yaml, FaultCatalog.Load(), VariationCatalog.Load());

    /// <summary>The dialect of that id.</summary>
    /// <exception cref="FixtureException">There is none.</exception>
    public Dialect Find(string id) => All.FirstOrDefault(d => d.Id == id)
        ?? throw new FixtureException(id, 0, "There is no dialect of this id.");
}
