using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Mock.Faults;
using Open311.Reporting.Matrix;
using Open311.Selftest.Trials;

namespace Open311.Selftest.Docs;

/// <summary>The requirements as pages to read: an overview, and a page for each area.</summary>
public static class RequirementPages
{
    /// <summary>The overview.</summary>
    public const string OverviewName = "README.md";

    /// <summary>The pages by file name, from the fixtures this suite was built with.</summary>
    /// <exception cref="Conformance.Fixtures.FixtureException">A fixture is malformed.</exception>
    public static IReadOnlyDictionary<string, string> Build()
    {
        var suite = Suite.Load();
        var faults = FaultCatalog.Load();
        var rows = Coverage.Of(suite.Catalog, faults, Exceptions.Load(suite.Catalog)).ToDictionary(r => r.Requirement.Id);
        var cases = suite.Cases.All.SelectMany(c => c.Requirements.Distinct().Select(r => (Requirement: r, Case: c))).ToLookup(p => p.Requirement, p => p.Case);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal) { [OverviewName] = OverviewPage.Of(suite.Catalog, rows) };
        foreach (var area in suite.Catalog.Areas)
            pages[$"{area.Name}.md"] = new AreaPage(cases, rows, faults).Of(area, [.. suite.Catalog.InArea(area.Name)]);
        return pages;
    }

    /// <summary>What of these pages is not as it should be in a folder: one sentence for each page.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="folder">The folder they stand in.</param>
    public static IReadOnlyList<string> Stale(IReadOnlyDictionary<string, string> pages, DirectoryInfo folder)
    {
        var stale = new List<string>();
        foreach (var (name, text) in pages)
        {
            var file = new FileInfo(Path.Combine(folder.FullName, name));
            if (!file.Exists)
                stale.Add($"{name} is missing.");
            else if (File.ReadAllText(file.FullName).ReplaceLineEndings("\n") != text)
                stale.Add($"{name} is stale.");
        }

        var known = folder.Exists ? folder.GetFiles("*.md").Select(f => f.Name).Except(pages.Keys) : [];
        stale.AddRange(known.Select(name => $"{name} belongs to no area."));
        return stale;
    }
}
