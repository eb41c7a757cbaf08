using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;

namespace Open311.Selftest.Trials;

/// <summary>The requirements that no defect of the mock can prove, each with the reason. Read from <c>fixtures/selftest/without-fault.yaml</c>.</summary>
internal static class Exceptions
{
    const string Name = "fixtures/selftest/without-fault.yaml";

    /// <exception cref="FixtureException">The file is malformed, or names a requirement that does not exist.</exception>
    public static IReadOnlyDictionary<string, string> Load(RequirementCatalog catalog)
    {
        using var stream = typeof(Exceptions).Assembly.GetManifestResourceStream(Name)
            ?? throw new FixtureException(Name, 0, 0, "the embedded fixture cannot be opened");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), catalog);
    }

    internal static IReadOnlyDictionary<string, string> Parse(string yaml, RequirementCatalog catalog)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in FixtureReader.Each(FixtureFile.FromText(Name, yaml).Read(), "a requirement without a fault"))
        {
            var id = entry.Text("requirement");
            entry.Subject = id;
            if (catalog.Find(id) is null)
                throw entry.Refuse(entry.Node, catalog.Unknown(id));
            // A misspelt key is named rather than the one that is missing for it.
            var reason = entry.TextOrNull("reason");
            entry.Close();
            if (!reasons.TryAdd(id, reason ?? entry.Text("reason")))
                throw entry.Refuse(entry.Node, "the requirement is listed already.");
        }

        return reasons;
    }
}
