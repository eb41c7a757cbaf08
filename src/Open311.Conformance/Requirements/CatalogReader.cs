using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Requirements;

/// <summary>Reads <c>_set.yaml</c>, which names version, documents, classes and areas, then the file of each area.</summary>
sealed class CatalogReader
{
    const string SetFile = "_set";

    readonly Dictionary<string, FixtureNode> seen = new(StringComparer.Ordinal);
    readonly List<Requirement> requirements = [];
    Dictionary<string, string> documents = [];
    string[] classNames = [];

    CatalogReader()
    {
    }

    public static RequirementCatalog Read(IReadOnlyList<FixtureFile> files) => new CatalogReader().Catalog(files);

    RequirementCatalog Catalog(IReadOnlyList<FixtureFile> files)
    {
        var setFile = files.FirstOrDefault(file => file.Stem == SetFile)
            ?? throw new FixtureException(files[0].Name, 0, 0, $"there is no {SetFile}.yaml beside it, expected the file that names version, classes and areas");
        var set = new FixtureReader(setFile.Read(), "a set of requirements");
        var version = set.Text("version");
        documents = FixtureReader.Each(set.Required("documents"), "a document").Select(Document).ToDictionary(pair => pair.Path, pair => pair.Title);
        var classes = ClassReader.Read(set);
        classNames = [.. classes.Select(known => known.Name)];
        var areas = FixtureReader.Each(set.Required("areas"), "an area").Select(Area).ToArray();
        set.Close();

        foreach (var file in files)
        {
            if (file.Stem != SetFile && !areas.Any(area => area.Name == file.Stem))
                throw new FixtureException(file.Name, 0, 0, $"{SetFile}.yaml names no area '{file.Stem}'");
        }

        foreach (var (area, root) in ReadFiles(areas, name => files.FirstOrDefault(file => file.Stem == name) ?? throw set.Refuse(set.Node, $"there is no file for the area '{name}'")))
            ReadArea(area, root);

        ClassReader.Check(set, classes, seen.ContainsKey);
        return new RequirementCatalog(version, areas, classes, requirements);
    }

    /// <summary>Parses the files side by side, since every start of the command waits for this; the first broken one in order is told.</summary>
    static IEnumerable<(RequirementArea Area, FixtureNode Root)> ReadFiles(RequirementArea[] areas, Func<string, FixtureFile> find)
    {
        var files = areas.Select(area => find(area.Name)).ToArray();
        var roots = new FixtureNode?[files.Length];
        var refused = new FixtureException?[files.Length];
        Parallel.For(0, files.Length, i =>
        {
            try
            {
                roots[i] = files[i].Read();
            }
            catch (FixtureException exception)
            {
                refused[i] = exception;
            }
        });
        return refused.FirstOrDefault(exception => exception is not null) is { } first ? throw first : areas.Zip(roots.OfType<FixtureNode>());
    }

    void ReadArea(RequirementArea area, FixtureNode root)
    {
        foreach (var reader in FixtureReader.Each(root, "a requirement"))
        {
            var requirement = RequirementReader.Read(reader, area.Name, documents);
            if (seen.TryGetValue(requirement.Id, out var first))
                throw reader.Refuse(reader.Required("id"), $"the id is given twice, first in {first.File}({first.Line},{first.Column})");
            foreach (var name in requirement.Classes)
            {
                if (!classNames.Contains(name))
                    throw reader.Refuse(reader.Required("class"), $"class is '{name}', expected one of the classes in {SetFile}.yaml{Spelling.Suggest(name, classNames)}");
            }

            seen.Add(requirement.Id, reader.Node);
            requirements.Add(requirement);
        }
    }

    static (string Path, string Title) Document(FixtureReader reader)
    {
        var document = (reader.Text("path"), reader.Text("title"));
        reader.Close();
        return document;
    }

    static RequirementArea Area(FixtureReader reader)
    {
        var area = new RequirementArea(reader.Text("name"), reader.Text("title"));
        reader.Close();
        return area;
    }
}
