using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Open311.Conformance.Requirements;
using Open311.Testing;

namespace Open311.Conformance.Tests.Requirements;

/// <summary>Vendors and buyers read these texts: they are sentences, and the links lead somewhere.</summary>
public sealed class RequirementTextTests
{
    static readonly string[] Bought = ["discovery", "read-xml", "read-json"];

    readonly RequirementCatalog catalog = RequirementCatalog.Load();

    [Test]
    public void Says_how_to_fix_each_in_one_imperative_sentence()
    {
        Offenders(requirement => Regex.IsMatch(requirement.Fix, @"^[A-Z][a-z]+ .*\.$")).Should().BeEmpty();
        Offenders(requirement => !Regex.IsMatch(requirement.Fix, @"\. [A-Z]")).Should().BeEmpty("one sentence is enough");
        Offenders(requirement => !Regex.IsMatch(requirement.Fix, "^(The|It|This|A|An|You|Your|There|Servers?) ")).Should().BeEmpty("a developer is told what to do");
    }

    [Test]
    public void Says_what_fails_in_something_concrete() =>
        Offenders(requirement => requirement.Fails is { Length: > 3 and <= 160 } fails && fails != requirement.Statement).Should().BeEmpty();

    [Test]
    public void Says_what_a_violation_means_wherever_a_buyer_will_ask() =>
        Offenders(requirement => requirement.Effect is not null || requirement.Level != Level.Must || !requirement.Classes.Intersect(Bought).Any()).Should().BeEmpty();

    [Test]
    public void Says_it_in_words_a_buyer_knows()
    {
        Offenders(requirement => requirement.Effect is null || Regex.IsMatch(requirement.Effect, "^[A-Z\"].*\\.$")).Should().BeEmpty();
        Offenders(requirement => !Regex.IsMatch(requirement.Effect ?? "", @"\b(enum|parse|parser|payload|schema|namespace|HTTP|boolean|null|client|endpoint's|array)\b", RegexOptions.IgnoreCase)).Should().BeEmpty();
    }

    [Test]
    public void Says_everything_else_in_sentences()
    {
        Offenders(requirement => Regex.IsMatch(requirement.Statement, @"^\S.*\.$")).Should().BeEmpty();
        Offenders(requirement => Regex.IsMatch(requirement.HowToTest, @"^\S.*\.$")).Should().BeEmpty();
        Offenders(requirement => Regex.IsMatch(requirement.Untested ?? "A reason.", @"^[A-Z].*\.$")).Should().BeEmpty();
    }

    [Test]
    public void Shows_passing_json_that_is_json() =>
        Offenders(requirement => requirement.Passes is not ['[' or '{', ..] || IsJson(requirement.Passes.Replace(", ...", "", StringComparison.Ordinal).Replace("...", "", StringComparison.Ordinal))).Should().BeEmpty();

    [Test]
    public void Tells_no_two_requirements_the_same_fix() => catalog.Requirements.GroupBy(requirement => requirement.Fix)
        .Where(group => group.Count() > 1)
        .Select(group => string.Join(' ', group.Select(requirement => requirement.Id)))
        .Should().BeEquivalentTo("GR2-DATE-001 BULK-FLD-003");

    [Test]
    public void Links_only_to_headings_that_exist()
    {
        var headings = File.ReadAllLines(Repository.PathOf("tests", "Open311.Conformance.Tests", "Requirements", "Data", "headings.txt"));
        string[] elsewhere = ["https://wiki.open311.org/data/georeport_v2-1.yaml", "https://github.com/open311/open311.github.io/issues/27", "https://github.com/open311/open311.github.io/issues/2", "https://github.com/mysociety/open311-adapter", "https://github.com/6aika/issue-reporting"];

        catalog.Requirements.Select(requirement => requirement.Clause).Except(headings).Should().BeEquivalentTo(elsewhere);
    }

    IEnumerable<string> Offenders(Func<Requirement, bool> isFine) => catalog.Requirements.Where(requirement => !isFine(requirement)).Select(requirement => requirement.Id);

    static bool IsJson(string text)
    {
        try
        {
            JToken.Parse(text);
            return true;
        }
        catch (JsonReaderException)
        {
            return false;
        }
    }
}
