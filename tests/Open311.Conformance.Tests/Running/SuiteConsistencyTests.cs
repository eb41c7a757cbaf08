using Open311.Conformance.Cases;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Running;
using Open311.Conformance.Shapes;

namespace Open311.Conformance.Tests.Running;

public class SuiteConsistencyTests
{
    static readonly string[] judged = ["discovery", "read-xml", "read-json", "quality"];
    static readonly Suite suite = Suite.Load();

    [Test]
    public void Every_requirement_is_decided_by_a_case_or_marked_untested()
    {
        var decided = suite.Cases.All.SelectMany(c => c.Requirements).ToHashSet();
        suite.Catalog.Requirements
            .Where(r => r.Untested is null && !decided.Contains(r.Id))
            .Select(r => r.Id)
            .Should().BeEmpty("a requirement without a case must say why it is untested");
    }

    [Test]
    public void No_requirement_marked_untested_is_decided_by_a_case()
    {
        var decided = suite.Cases.All.SelectMany(c => c.Requirements).ToHashSet();
        suite.Catalog.Requirements.Where(r => r.Untested is not null && decided.Contains(r.Id)).Select(r => r.Id).Should().BeEmpty();
    }

    [Test]
    public void What_can_be_read_of_the_three_classes_is_tested()
    {
        // BULK-CON-001 grades bulk data, which no operator can declare yet.
        suite.Catalog.Requirements
            .Where(r => r.Classes.Any(judged.Contains) && !r.Classes.Contains("bulk") && !r.Writes && r.Untested is not null)
            .Select(r => $"{r.Id}: {r.Untested}")
            .Should().BeEmpty();
    }

    [Test]
    public void No_case_decides_nothing() =>
        suite.Cases.All.Where(c => c.Requirements.Count == 0).Select(c => c.Id).Should().BeEmpty();

    [Test]
    public void Every_rule_is_used_by_a_case_and_every_items_rule_by_a_shape()
    {
        var used = suite.Cases.All.Select(c => c.Rule).ToHashSet();
        suite.Rules.Rules.Keys.Concat(suite.Rules.AnswersRules.Keys).Where(r => !used.Contains(r)).Should().BeEmpty();
        var usedByShapes = suite.Shapes.All.SelectMany(s => s.Rules.Concat(s.Fields.SelectMany(Rules))).ToHashSet();
        suite.Rules.ItemsRules.Select(r => r.Name).Where(r => !usedByShapes.Contains(r)).Should().BeEmpty();
    }

    [Test]
    public void Every_id_a_shape_names_exists()
    {
        var ids = suite.Shapes.All.SelectMany(s => ShapeRequirements.Of(s, suite.Rules.ItemsRules).Concat(s.Folded)).Distinct();
        ids.Where(id => suite.Catalog.Find(id) is null).Should().BeEmpty();
    }

    [Test]
    public void A_case_that_names_an_unknown_requirement_is_refused_with_its_place()
    {
        var file = FixtureFile.FromText("cases/x.yaml", "- id: some-case\n  title: A sentence that says something\n  requirements: [GR2-REQS-999]\n  send: GET services.xml\n  expect: [{ status: 200 }]\n");
        var act = () => Suite.Checked(suite with { Cases = CaseLoader.Load([file]) });
        act.Should().Throw<FixtureException>().WithMessage("cases/x.yaml(1)*GR2-REQS-999*nearest are*");
    }

    [Test]
    public void A_case_that_names_an_unknown_rule_is_refused_with_a_suggestion()
    {
        var file = FixtureFile.FromText("cases/x.yaml", "- id: some-case\n  title: A sentence that says something\n  requirements: [GR2-ENC-001]\n  over: answers\n  rule: bodies-are-utf9\n");
        var act = () => Suite.Checked(suite with { Cases = CaseLoader.Load([file]) });
        act.Should().Throw<FixtureException>().WithMessage("*there is no rule 'bodies-are-utf9'*bodies-are-utf8*");
    }

    static IEnumerable<string> Rules(Field field) => field.Rules.Concat(field.Fields.SelectMany(Rules));
}
