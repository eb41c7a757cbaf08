using Open311.Conformance.Cases;
using Open311.Conformance.Findings;
using Open311.Conformance.Fixtures;
using Open311.Conformance.Judging;
using Open311.Conformance.Requirements;
using Open311.Conformance.Running;
using Open311.Conformance.Shapes;
using Open311.Protocol;

namespace Open311.Conformance.Tests.Support;

/// <summary>A register of a few requirements and classes, small enough to know what each verdict must come to.</summary>
static class SmallRegister
{
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
                shown_by: [GR2-REQS-001]
              - resource: a definition
                shown_by: [GR2-DEF-001]
                optional: true
          - name: read-json
            title: Reading in JSON
            meaning: Any app can read in JSON.
            requires: [read-xml]
            exercised:
              - resource: the list
                shown_by: [GR2-REQS-001]
          - name: write
            title: Writing
            meaning: Any app can report.
            requires: [read-xml]
          - name: advice
            title: Advice
            meaning: Apps are served well.
          - name: bulk
            title: Bulk data
            meaning: Apps get it all.
            untested: Bulk data is not tested yet.
        areas:
          - name: gr2
            title: Everything

        """;

    static readonly Lazy<Suite> loaded = new(Load);

    /// <summary>GR2-REQS-001 to 003 are musts of reading, GR2-DEF-001 a must on definitions, GR2-POST-001 one of writing, GR2-REQS-009 is untested; GR2-ADV-001 and 002 are recommendations, GR2-ADV-003 a freedom.</summary>
    public static Suite Suite => loaded.Value;

    public static Requirement Requirement(string id) => Suite.Catalog[id];

    public static Finding Finding(string id, Verdict verdict, DataFormat? format = null, string message = "Something was seen.", string? @case = "a-case") =>
        new() { Requirement = Requirement(id), Verdict = verdict, Format = format, Message = message, Case = @case };

    public static Survey Survey(bool json = true) => new() { Discovery = new DiscoveryFacts(), JsonJudged = json, JsonReason = "JSON is not offered." };

    static Suite Load()
    {
        var requirements = string.Concat(
            One("GR2-REQS-001", "must", "[read-xml, read-json]"),
            One("GR2-REQS-002", "must", "[read-xml, read-json]"),
            One("GR2-REQS-003", "must", "[read-xml, read-json]"),
            One("GR2-REQS-009", "must", "[read-xml, read-json]", "It takes a year."),
            One("GR2-DEF-001", "must", "[read-xml]"),
            One("GR2-POST-001", "must", "[write]"),
            One("GR2-ADV-001", "should", "[advice]"),
            One("GR2-ADV-002", "should", "[advice]"),
            One("GR2-ADV-003", "may", "[advice]"),
            One("GR2-BULK-001", "must", "[bulk]"));
        var catalog = CatalogReader.Read(
        [
            FixtureFile.FromText("fixtures/requirements/_set.yaml", Set),
            FixtureFile.FromText("fixtures/requirements/gr2.yaml", requirements),
        ]);
        const string Cases = """
            - id: first-case
              title: A sentence that says something
              requirements: [GR2-REQS-001, GR2-REQS-002]
              send: GET requests.xml
              expect: [{ status: 200 }]
            - id: second-case
              title: A sentence that says something
              requirements: [GR2-REQS-002]
              send: GET requests.xml
              expect: [{ status: 200 }]

            """;
        return new Suite(catalog, new ShapeBook([]), CaseLoader.Load([FixtureFile.FromText("fixtures/cases/x.yaml", Cases)]), RuleBook.Load());
    }

    static string One(string id, string level, string classes, string? untested = null) => $"""
        - id: {id}
          doc: GeoReport/v2/index.md
          section: GET Service Requests
          clause: https://wiki.open311.org/GeoReport_v2/
          level: {level}
          level_basis: explicit
          statement: It is as it should be.
          applies: always
          method: GET requests
          how_to_test: Look at it.
          writes: false
          ambiguity: none
          accept: none
          class: {classes}
          fails: It is not.
          fix: Put it right.
          {(untested is null ? "" : $"untested: {untested}")}

        """;
}
