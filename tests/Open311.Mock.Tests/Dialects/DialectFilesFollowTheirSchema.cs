using Open311.Mock.Dialects;
using Open311.Mock.Fixtures;
using Open311.Mock.Running;
using Open311.Mock.Tests.Fixtures;
using Open311.Testing;

namespace Open311.Mock.Tests.Dialects;

public sealed class DialectFilesFollowTheirSchema
{
    const string Good = """
        schema: open311-dialect/1
        id: town
        title: A town of its own.
        software: Made up
        places: [Town]
        formats: [xml]
        type: batch
        deviations:
          - title: status is Open or Closed.
            fault: status-capital
            evidence: recorded
          - title: Lists are short.
            variation: small-pages
            extension: paging
          - title: Coordinates are missing.
            warns: [GR2-REQS-011]
            change:
              - drop-field: { on: requests, field: lat }
        """;

    static IEnumerable<string> Files => Directory.GetFiles(Repository.PathOf("fixtures", "dialects"), "*.yaml").Select(f => Path.GetFileName(f)!);

    [TestCaseSource(nameof(Files))]
    public async Task And_tell_editors_where_it_is(string file)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("fixtures", "dialects", file));

        (await SchemaProblems.OfAsync("dialect.schema.json", text)).Should().BeEmpty();
        text.Should().StartWith("# yaml-language-server: $schema=../schemas/dialect.schema.json\n");
        DialectCatalog.Parse(file, text).Deviations.Should().OnlyContain(d => d.Title.EndsWith('.'));
    }

    [Test]
    public void A_deviation_takes_over_what_its_fault_or_variation_says()
    {
        var dialect = DialectCatalog.Parse("town.yaml", Good);

        dialect.Types.Should().Be(ServiceTypeMode.Batch);
        dialect.Formats.Should().Equal(Protocol.DataFormat.Xml);
        dialect.Deviations[0].Requirements.Should().Contain("GR2-REQS-004");
        dialect.Deviations[1].Extension.Should().Be("paging");
        dialect.Deviations[2].Warns.Should().Equal("GR2-REQS-011");
    }

    [TestCase("schema: open311-dialect/1", "schema: open311-dialect/9", true)]
    [TestCase("id: town", "id: village", false)]
    [TestCase("title: A town of its own.", "titel: A town of its own.", true)]
    [TestCase("formats: [xml]", "formats: [csv]", true)]
    [TestCase("type: batch", "type: slow", true)]
    [TestCase("fault: status-capital", "fault: no-such-fault", false)]
    [TestCase("variation: small-pages", "variation: no-such-variation", false)]
    [TestCase("variation: small-pages", "variation: small-pages\n    fault: status-capital", true)]
    [TestCase("    warns: [GR2-REQS-011]\n", "", false)]
    [TestCase("drop-field", "drop-fields", false)]
    [TestCase("evidence: recorded", "proof: recorded", true)]
    public async Task Which_refuses_what_the_reader_refuses(string was, string now, bool schemaSeesIt)
    {
        Good.Should().Contain(was);
        var broken = Good.Replace(was, now, StringComparison.Ordinal);
        var parse = () => DialectCatalog.Parse("town.yaml", broken);

        parse.Should().Throw<FixtureException>().Which.Message.Should().StartWith("town.yaml:");
        if (schemaSeesIt)
            (await SchemaProblems.OfAsync("dialect.schema.json", broken)).Should().NotBeEmpty();
    }
}
