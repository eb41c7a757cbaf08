using Open311.Conformance.Fixtures;

namespace Open311.Conformance.Requirements;

/// <summary>Reads the conformance classes of a set.</summary>
static class ClassReader
{
    public static IReadOnlyList<ConformanceClass> Read(FixtureReader set)
    {
        var classes = new List<ConformanceClass>();
        foreach (var reader in FixtureReader.Each(set.Required("classes"), "a conformance class"))
        {
            var next = One(reader);
            if (classes.Any(known => known.Name == next.Name))
                throw reader.Refuse(reader.Node, "the class is given twice");
            foreach (var needed in next.Requires)
            {
                if (!classes.Any(known => known.Name == needed))
                    throw reader.Refuse(reader.Required("requires"), $"requires names '{needed}', expected a class that stands before this one{Spelling.Suggest(needed, classes.Select(known => known.Name))}");
            }

            classes.Add(next);
        }

        return classes;
    }

    /// <summary>Refuses classes that count on requirements that do not exist.</summary>
    public static void Check(FixtureReader set, IReadOnlyList<ConformanceClass> classes, Func<string, bool> exists)
    {
        foreach (var known in classes)
        {
            foreach (var resource in known.Resources)
            {
                if (resource.ShownBy.FirstOrDefault(id => !exists(id)) is { } unknown)
                    throw set.Refuse(set.Required("classes"), $"{known.Name}: '{resource.Name}' is shown by '{unknown}', expected an id of this set");
            }
        }
    }

    static ConformanceClass One(FixtureReader reader)
    {
        var name = reader.Text("name");
        reader.Subject = name;
        var read = new ConformanceClass
        {
            Name = name,
            Title = reader.Text("title"),
            Meaning = reader.Text("meaning"),
            Requires = reader.TextsOrEmpty("requires"),
            Needs = reader.TextsOrEmpty("needs"),
            Resources = [.. reader.MappingsOrEmpty("exercised", "a resource").Select(Resource)],
            Advisory = reader.FlagOr("advisory", false),
            Untested = reader.TextOrNull("untested"),
        };
        reader.Close();
        return read;
    }

    static ClassResource Resource(FixtureReader reader)
    {
        var resource = new ClassResource(reader.Text("resource"), reader.Texts("shown_by"), reader.FlagOr("optional", false));
        reader.Close();
        return resource;
    }
}
