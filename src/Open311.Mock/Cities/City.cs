using Open311.Mock.Fixtures;

namespace Open311.Mock.Cities;

/// <summary>Seed data of the mock: what a city offers and how its requests look. Read from <c>fixtures/cities/*.yaml</c>.</summary>
public sealed record City
{
    /// <summary>The city that is served when none is named.</summary>
    public const string DefaultName = "port-linden";

    /// <summary>The city that is served when several jurisdictions are asked for and no city is named.</summary>
    public const string SeveralName = "two-rivers";

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>At least one; with more than one every call must say which.</summary>
    public required IReadOnlyList<Jurisdiction> Jurisdictions { get; init; }

    /// <summary>Keys that may post.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>What discovery says about the provider.</summary>
    public required DiscoveryData Discovery { get; init; }

    /// <summary>The services of all jurisdictions, in the order listed.</summary>
    public required IReadOnlyList<Service> Services { get; init; }

    /// <summary>How the requests are made up.</summary>
    public required RequestPlan Requests { get; init; }

    /// <summary>What happens to requests as time goes by, unless their service says otherwise.</summary>
    public IReadOnlyList<LifeRule> Life { get; init; } = LifeRule.Usual;

    /// <summary>The names of the embedded cities.</summary>
    public static IReadOnlyList<string> EmbeddedNames => [.. FixtureText.Names("cities").Select(n => Path.GetFileNameWithoutExtension(n)!)];

    /// <summary>Reads a city.</summary>
    /// <param name="name">The name of an embedded city (<c>port-linden</c>) or the path of a YAML file.</param>
    /// <exception cref="FixtureException">The city is unknown or its file malformed; the message names file and line.</exception>
    public static City Load(string name = DefaultName)
    {
        var embedded = $"fixtures/cities/{name}.yaml";
        if (EmbeddedNames.Contains(name))
            return CityFile.Read(embedded, FixtureText.Read(embedded));
        if (File.Exists(name))
            return LoadFile(name);
        throw new FixtureException(name, 0, $"There is no city file of this name, and the embedded cities are {string.Join(", ", EmbeddedNames)}.");
    }

    /// <summary>Reads a city from a file.</summary>
    /// <param name="path">The path of a YAML file.</param>
    /// <exception cref="FixtureException">The file cannot be read or is malformed; the message names file and line.</exception>
    public static City LoadFile(string path) => File.Exists(path)
        ? CityFile.Read(path, FixtureText.Read(path))
        : throw new FixtureException(path, 0, "There is no such file.");

    /// <summary>Reads a city from text.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="yaml">The content of a city file.</param>
    /// <exception cref="FixtureException">The text is malformed; the message names file and line.</exception>
    public static City Parse(string file, string yaml) => CityFile.Read(file, yaml);
}
