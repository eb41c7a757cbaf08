using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Protocol;

namespace Open311.Conformance.NUnit;

/// <summary>The tests there are: one for every requirement of the catalogue in each format that it is judged in. Known without a run.</summary>
public static class RequirementTests
{
    const int LongestStatement = 160;

    /// <summary>The tests, in the order of the register, named <c>GR2-REQS-031 [xml] A status filter ...</c>.</summary>
    /// <exception cref="Fixtures.FixtureException">A fixture of the suite is malformed.</exception>
    public static IEnumerable<TestCaseData> All()
    {
        var suite = Suite.Load();
        return suite.Catalog.Requirements.SelectMany(requirement => FormatsOf(suite, requirement).Select(format => Of(requirement, format)));
    }

    /// <summary>The formats that there is a test in; an empty one where the requirement has nothing to do with formats.</summary>
    internal static IReadOnlyList<string> FormatsOf(Suite suite, Requirement requirement) =>
        suite.FormatsOf(requirement.Id) is { Count: > 0 } formats ? [.. formats.Select(f => f.Extension())] : [""];

    static TestCaseData Of(Requirement requirement, string format)
    {
        var test = new TestCaseData(requirement.Id, format).SetName(Name(requirement, format)).SetDescription(requirement.Statement);
        foreach (var category in requirement.Classes.Append(requirement.Area).Append(requirement.Level.ToString().ToLowerInvariant()).Distinct())
            test.SetCategory(category);
        return test;
    }

    // Runners take the last dot outside parentheses for the end of the class's name, and braces for a pattern of NUnit.
    static string Name(Requirement requirement, string format)
    {
        var statement = requirement.Statement.ReplaceLineEndings(" ").TrimEnd('.');
        if (statement.Length > LongestStatement)
            statement = statement[..statement.LastIndexOf(' ', LongestStatement)] + " …";
        return $"{requirement.Id}{(format.Length > 0 ? $" [{format}]" : "")} {statement.Replace('{', '<').Replace('}', '>')}";
    }
}
