using Open311.Conformance.Fixtures;
using Open311.Conformance.Requirements;

namespace Open311.Conformance.Tests.Requirements;

/// <summary>Every way to break a catalogue is refused with file, line and what was expected.</summary>
public sealed class MalformedCatalogTests
{
    internal const string Requirement = """
        - id: GR2-REQS-031
          doc: GeoReport/v2/index.md
          section: GET Service Requests
          clause: https://wiki.open311.org/GeoReport_v2/
          level: must
          level_basis: explicit
          statement: It selects by time.
          applies: always
          method: GET requests
          how_to_test: Pick a window.
          writes: false
          ambiguity: none
          accept: none
          class: [read-xml]
          fails: It does not.
          fix: Select by the time.

        """;

    const string Set = """
        version: georeport-v2/2026-1
        documents:
          - path: GeoReport/v2/index.md
            title: GeoReport v2
        classes:
          - name: read-xml
            title: Reading
            meaning: Any app can read.
            exercised:
              - resource: the list
                shown_by: [GR2-REQS-031]
          - name: write
            title: Writing
            meaning: Any app can report.
            requires: [read-xml]
        areas:
          - name: gr2-reqs
            title: Requests

        """;

    [Test]
    public void Accepts_the_sound_one() => Load(Set, Requirement).Requirements.Should().ContainSingle().Which.Source.Should().Be("GeoReport v2");

    [TestCase("level: must", "level: shall", "(5,10): GR2-REQS-031: level is 'shall', expected must, should or may")]
    [TestCase("level: must", "level: Must", "(5,10): GR2-REQS-031: level is 'Must', expected must, should or may")]
    [TestCase("  level: must\n", "", "(1,3): GR2-REQS-031: 'level' is missing")]
    [TestCase("level: must", "lvel: must", "(1,3): GR2-REQS-031: 'level' is missing; is 'lvel' a misspelling of it?")]
    [TestCase("level_basis: explicit", "level_basis: guessed", "(6,16): GR2-REQS-031: level_basis is 'guessed', expected explicit or inferred")]
    [TestCase("fails:", "needz: [api_key]\n  fails:", "(15,3): GR2-REQS-031: 'needz' is not a known key; did you mean 'needs'?")]
    [TestCase("fails:", "colour: red\n  fails:", "(15,3): GR2-REQS-031: 'colour' is not a known key, expected one of id, doc, *")]
    [TestCase("  fix: Select by the time.\n", "", "(1,3): GR2-REQS-031: 'fix' is missing")]
    [TestCase("fix: Select by the time.", "fix: '  '", "(16,8): GR2-REQS-031: fix is empty, expected a text")]
    [TestCase("fix: Select by the time.", "fix: [Select]", "(16,8): GR2-REQS-031: fix is a list, expected a text")]
    [TestCase("statement: It selects by time.", "statement: ~", "(7,14): GR2-REQS-031: statement is empty, expected a text")]
    [TestCase("writes: false", "writes: no", "(11,11): GR2-REQS-031: writes is 'no', expected true or false")]
    [TestCase("writes: false", "writes: true", "(11,11): GR2-REQS-031: writes and write_risk contradict each other, expected write_risk exactly where writes is true")]
    [TestCase("writes: false", "writes: true\n  write_risk: high", "(12,15): GR2-REQS-031: write_risk is 'high', expected certain or only-if-target-faulty")]
    [TestCase("class: [read-xml]", "class: [raed-xml]", "(14,10): GR2-REQS-031: class is 'raed-xml', expected one of the classes in _set.yaml; did you mean 'read-xml'?")]
    [TestCase("class: [read-xml]", "class: []", "(14,10): GR2-REQS-031: class is an empty list, expected at least one text")]
    [TestCase("class: [read-xml]", "class: read-xml", "(14,10): GR2-REQS-031: class is 'read-xml', expected a list of texts")]
    [TestCase("class: [read-xml]", "class: [read-xml, read-xml]", "(14,21): GR2-REQS-031: class names 'read-xml' twice")]
    [TestCase("id: GR2-REQS-031", "id: reqs-31", "(1,7): a requirement: id is 'reqs-31', expected groups of capitals and digits with a three-digit number, such as GR2-REQS-031")]
    [TestCase("- id: GR2-REQS-031\n  doc", "- doc", "(1,3): a requirement: 'id' is missing")]
    [TestCase("doc: GeoReport/v2/index.md", "doc: GeoReport/v2/indx.md", "(2,8): GR2-REQS-031: doc is 'GeoReport/v2/indx.md', expected one of the documents of the set; did you mean 'GeoReport/v2/index.md'?")]
    [TestCase("clause: https://wiki", "clause: http://wiki", "(4,11): GR2-REQS-031: clause is 'http://wiki.open311.org/GeoReport_v2/', expected a link that starts with https://")]
    [TestCase("applies: always", "applies: always\n  applies: never", "(9,3): 'applies' is given twice, first in line 8")]
    [TestCase("applies: always", "applies: 'always", "(*,*): this is not valid YAML: *")]
    public void Refuses_a_broken_requirement(string part, string broken, string message)
    {
        Requirement.Should().Contain(part);

        Refusal(Set, Requirement.Replace(part, broken, StringComparison.Ordinal)).Should().Match($"fixtures/requirements/gr2-reqs.yaml{message}");
    }

    [Test]
    public void Refuses_an_id_that_is_given_twice() => Refusal(Set, Requirement + Requirement).Should()
        .Be("fixtures/requirements/gr2-reqs.yaml(17,7): GR2-REQS-031: the id is given twice, first in fixtures/requirements/gr2-reqs.yaml(1,3)");

    [TestCase("  - name: gr2-reqs\n    title: Requests\n", "  []\n", "_set.yaml(17,3): the list is empty, expected at least an area")]
    [TestCase("  - name: gr2-reqs", "  - name: gr2-req", "gr2-reqs.yaml: _set.yaml names no area 'gr2-reqs'")]
    [TestCase("  - name: gr2-reqs", "  - name: sd-url\n    title: Discovery\n  - name: gr2-reqs", "_set.yaml(1,1): a set of requirements: there is no file for the area 'sd-url'")]
    [TestCase("    requires: [read-xml]", "    requires: [read-json]", "_set.yaml(15,15): write: requires names 'read-json', expected a class that stands before this one*")]
    [TestCase("shown_by: [GR2-REQS-031]", "shown_by: [GR2-REQS-999]", "_set.yaml(6,3): a set of requirements: read-xml: 'the list' is shown by 'GR2-REQS-999', expected an id of this set")]
    [TestCase("name: write", "name: read-xml", "_set.yaml(12,5): read-xml: the class is given twice")]
    [TestCase("    meaning: Any app can read.\n", "", "_set.yaml(6,5): read-xml: 'meaning' is missing")]
    [TestCase("version:", "versoin:", "_set.yaml(1,1): a set of requirements: 'version' is missing; is 'versoin' a misspelling of it?")]
    [TestCase("areas:", "extra: 1\nareas:", "_set.yaml(16,1): a set of requirements: 'extra' is not a known key, expected one of version, documents, classes, areas")]
    public void Refuses_a_broken_set(string part, string broken, string message)
    {
        Set.Should().Contain(part);

        Refusal(Set.Replace(part, broken, StringComparison.Ordinal), Requirement).Should().Match($"fixtures/requirements/{message}");
    }

    [Test]
    public void Refuses_a_folder_without_its_set() =>
        FluentActions.Invoking(() => CatalogReader.Read([FixtureFile.FromText("fixtures/requirements/gr2-reqs.yaml", Requirement)])).Should().Throw<FixtureException>()
            .WithMessage("fixtures/requirements/gr2-reqs.yaml: there is no _set.yaml beside it, expected the file that names version, classes and areas");

    [Test]
    public void Refuses_any_damage_with_its_own_exception()
    {
        var random = new Random(311);
        const string Noise = "[]{}:,'\"-#|>&*!%@\t\n ~0aA\u00e9\u2028";
        var refused = 0;
        for (var round = 0; round < 3000; round++)
        {
            var damaged = Requirement.ToCharArray().ToList();
            for (var blow = random.Next(1, 5); blow > 0; blow--)
            {
                var at = random.Next(damaged.Count);
                if (random.Next(3) == 0)
                    damaged.RemoveAt(at);
                else
                    damaged.Insert(at, Noise[random.Next(Noise.Length)]);
            }

            try
            {
                Load(Set, string.Concat(damaged));
            }
            catch (FixtureException exception)
            {
                exception.Message.Should().StartWith("fixtures/requirements/").And.NotContain("\n");
                refused++;
            }
        }

        refused.Should().BeGreaterThan(1000);
    }

    static string Refusal(string set, string requirements) =>
        FluentActions.Invoking(() => Load(set, requirements)).Should().Throw<FixtureException>().Which.Message;

    static RequirementCatalog Load(string set, string requirements) => CatalogReader.Read(
    [
        FixtureFile.FromText("fixtures/requirements/_set.yaml", set),
        FixtureFile.FromText("fixtures/requirements/gr2-reqs.yaml", requirements),
    ]);
}
