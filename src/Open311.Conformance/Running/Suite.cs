using Open311.Conformance.Cases;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Judging;
using Open311.Conformance.Requirements;
using Open311.Conformance.Shapes;
using Open311.Protocol;

namespace Open311.Conformance.Running;

/// <summary>The fixtures and rules a run is made of, checked against each other.</summary>
/// <param name="Catalog">The requirements.</param>
/// <param name="Shapes">The shapes.</param>
/// <param name="Cases">The cases.</param>
/// <param name="Rules">The rules.</param>
public sealed record Suite(RequirementCatalog Catalog, ShapeBook Shapes, CaseBook Cases, RuleBook Rules)
{
    /// <summary>Loads what this suite was built with.</summary>
    /// <exception cref="FixtureException">A fixture is malformed, or names something that does not exist.</exception>
    public static Suite Load() => Checked(new(RequirementCatalog.Load(), ShapeLoader.Load(), CaseLoader.Load(), RuleBook.Load()));

    /// <summary>Judges documents by their shapes.</summary>
    public ShapeJudge ShapeJudge { get; } = new(Rules.ItemsRules);

    /// <summary>The formats that a requirement is judged in, XML first; empty where its cases do not distinguish them. Known before any run.</summary>
    /// <param name="requirement">Its id.</param>
    public IReadOnlyList<DataFormat> FormatsOf(string requirement) =>
    [
        .. Cases.All.Where(c => c.Requirements.Contains(requirement))
            .SelectMany(c => c.Formats.Where(f => c.Shape is null || ShapeAnswers.Concerns(requirement, f)))
            .Distinct()
            .Order(),
    ];

    /// <summary>Refuses ids and rule names that nothing stands behind.</summary>
    /// <exception cref="FixtureException">One is found.</exception>
    public static Suite Checked(Suite suite)
    {
        suite = suite with { Cases = new([.. suite.Cases.All.Select(c => WithRequirements(c, suite))]) };
        foreach (var read in suite.Cases.All)
        {
            foreach (var id in read.Requirements.Concat(read.Expect.Select(e => e.Follows).OfType<string>()).Where(id => suite.Catalog.Find(id) is null))
                throw new FixtureException(read.Source, 0, 0, $"{read.Id}: {suite.Catalog.Unknown(id)}");
            var known = read.OverAnswers ? suite.Rules.AnswersRules.Keys : suite.Rules.Rules.Keys;
            if (read.Rule is { } rule && !known.Contains(rule))
                throw new FixtureException(read.Source, 0, 0, $"{read.Id}: there is no rule '{rule}'{Spelling.Suggest(rule, known)}");
        }

        return suite;
    }

    static Case WithRequirements(Case read, Suite suite)
    {
        if (read.Shape is not { } name)
            return read;
        var shape = suite.Shapes.All.FirstOrDefault(s => s.Name == name)
            ?? throw new FixtureException(read.Source, 0, 0, $"{read.Id}: there is no shape '{name}'{Spelling.Suggest(name, suite.Shapes.All.Select(s => s.Name))}");
        return read with { Requirements = ShapeRequirements.Of(shape, suite.Rules.ItemsRules) };
    }
}
