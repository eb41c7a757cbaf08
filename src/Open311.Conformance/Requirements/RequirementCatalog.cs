using System.IO.Enumeration;
using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Requirements;

/// <summary>The requirements and conformance classes of one frozen release, in the order of the register.</summary>
public sealed class RequirementCatalog
{
    readonly Dictionary<string, Requirement> byId;
    readonly ILookup<string, Requirement> byClass;
    readonly ILookup<string, Requirement> byArea;

    internal RequirementCatalog(string version, IReadOnlyList<RequirementArea> areas, IReadOnlyList<ConformanceClass> classes, IReadOnlyList<Requirement> requirements)
    {
        Version = version;
        Areas = areas;
        Classes = classes;
        Requirements = requirements;
        byId = requirements.ToDictionary(requirement => requirement.Id, StringComparer.OrdinalIgnoreCase);
        byClass = requirements.SelectMany(requirement => requirement.Classes, (requirement, name) => (requirement, name)).ToLookup(pair => pair.name, pair => pair.requirement);
        byArea = requirements.ToLookup(requirement => requirement.Area);
    }

    /// <summary>The name of the frozen set, such as <c>georeport-v2/2026-1</c>.</summary>
    public string Version { get; }

    /// <summary>The areas, one file each.</summary>
    public IReadOnlyList<RequirementArea> Areas { get; }

    /// <summary>The conformance classes.</summary>
    public IReadOnlyList<ConformanceClass> Classes { get; }

    /// <summary>Every requirement.</summary>
    public IReadOnlyList<Requirement> Requirements { get; }

    /// <summary>A requirement by its id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Requirement this[string id] => Find(id) ?? throw new KeyNotFoundException(Unknown(id));

    /// <summary>Loads the catalogue this suite was built with.</summary>
    /// <exception cref="FixtureException">A fixture is malformed.</exception>
    public static RequirementCatalog Load() => CatalogReader.Read(FixtureFile.Embedded("requirements"));

    /// <summary>Loads what is asked of clients, which the mock judges.</summary>
    /// <exception cref="FixtureException">A fixture is malformed.</exception>
    public static RequirementCatalog LoadForClients() => CatalogReader.Read(FixtureFile.Embedded("client-requirements"));

    /// <summary>Loads a catalogue from a folder laid out as <c>fixtures/requirements</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FixtureException">The folder is missing or a fixture is malformed.</exception>
    public static RequirementCatalog Load(DirectoryInfo folder) => CatalogReader.Read(FixtureFile.InFolder(folder));

    /// <summary>A requirement by its id in any letter case, or null. <c>GR2-</c> may be left out, as the rulings do.</summary>
    public Requirement? Find(string id) => byId.GetValueOrDefault(id) ?? byId.GetValueOrDefault("GR2-" + id);

    /// <summary>A conformance class by its name, or null.</summary>
    public ConformanceClass? FindClass(string name) => Classes.FirstOrDefault(known => known.Name == name);

    /// <summary>The requirements that count for a class.</summary>
    public IEnumerable<Requirement> InClass(string name) => byClass[name];

    /// <summary>The requirements of an area.</summary>
    public IEnumerable<Requirement> InArea(string name) => byArea[name];

    /// <summary>The requirements whose id is, or begins with, what was written, in any letter case; <c>*</c> stands for anything.</summary>
    /// <param name="pattern">Such as <c>GR2-REQS-031</c>, <c>gr2-reqs</c> or <c>*-URL-*</c>.</param>
    public IEnumerable<Requirement> Matching(string pattern)
    {
        if (Find(pattern) is { } exact)
            return [exact];
        var start = pattern.TrimEnd('-');
        return pattern.Contains('*')
            ? Requirements.Where(requirement => FileSystemName.MatchesSimpleExpression(pattern, requirement.Id))
            : Requirements.Where(requirement => start.Length > 0 && requirement.Id.StartsWith(start + "-", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A sentence for an id that does not exist, with the three nearest that do.</summary>
    public string Unknown(string id) =>
        $"There is no requirement '{id}'; the nearest are {string.Join(", ", Spelling.Nearest(id, Requirements.Select(requirement => requirement.Id)))}.";

    /// <summary>A sentence for a class that does not exist, with the classes that do.</summary>
    public string UnknownClass(string name)
    {
        var names = Classes.Select(known => known.Name).ToArray();
        var near = Spelling.Suggest(name, names);
        return near.Length > 0 ? $"There is no conformance class '{name}'{near}" : $"There is no conformance class '{name}'; there are {string.Join(", ", names)}.";
    }
}
